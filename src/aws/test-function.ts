/**
 * CloudFront's own test of a function on an event: the DEVELOPMENT stage, nothing is published.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TestFunction.html
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { AccountTest, AccountTestRequest } from '#core/plan/account-test.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { isAbsent, toFailure } from './errors.ts'

const stage = 'DEVELOPMENT'

function parsed(text: string | undefined): AccountTest['output'] {
  if (!text) return null
  try {
    // CloudFront writes an object there.
    return JSON.parse(text) as AccountTest['output']
  } catch {
    return null
  }
}

/** Runs the account's function of that name; fails in words where there is none or AWS refuses. */
export async function testInAccount(
  client: Pick<CloudFront, 'getFunction' | 'testFunction'>,
  { name, code, event }: AccountTestRequest,
): Promise<AccountTest> {
  try {
    const { FunctionCode, ETag } = await client.getFunction({ Name: name, Stage: stage })
    const { TestResult: result } = await client.testFunction({
      Name: name,
      IfMatch: ETag,
      Stage: stage,
      EventObject: new TextEncoder().encode(JSON.stringify(event)),
    })
    const utilization = Number(result?.ComputeUtilization)
    return {
      output: parsed(result?.FunctionOutput),
      error: result?.FunctionErrorMessage || null,
      logs: result?.FunctionExecutionLogs ?? [],
      utilization: result?.ComputeUtilization && Number.isFinite(utilization) ? utilization : null,
      isSameCode: new TextDecoder().decode(FunctionCode) === code,
    }
  } catch (error) {
    if (isAbsent(error))
      throw new DriverFailure(
        `The account has no function “${name}” yet; plan and apply the design, then CloudFront can test it.`,
      )
    throw toFailure(error, `Testing “${name}”`)
  }
}
