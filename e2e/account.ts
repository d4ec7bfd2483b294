/** The command against a stand-in for AWS, as a person runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { services } from '#aws/services.ts'

export interface Ended {
  /** null where the process was killed. */
  readonly status: number | null
  readonly out: string
  readonly err: string
}
export interface CommandOptions {
  readonly endpoint: string
  readonly env?: Readonly<Record<string, string>>
  readonly onStart?: (child: ChildProcess) => void
}

/** An own place for journals, so that tests never meet the machine's. */
export const stateFolder = mkdtempSync(join(tmpdir(), 'frontage-state-'))

/** A file with this text in a folder of its own. */
export function fileOf(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'frontage-')), name)
  writeFileSync(file, text)
  return file
}

/** Runs `frontage` and gives what it wrote; never throws for its exit status. */
export const frontage = (
  args: readonly string[],
  { endpoint, env, onStart }: CommandOptions,
): Promise<Ended> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['bin/frontage.js', ...args, '--endpoint-url', endpoint], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        XDG_STATE_HOME: stateFolder,
        ...env,
      },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.once('error', fail)
    child.once('close', (status) => done({ status, out, err }))
    onStart?.(child)
  })

/** What tells the command that what stands in the account is ours, for somebody who has no journal of it. */
export async function adoptions(file: string, endpoint: string): Promise<readonly string[]> {
  const planned = await frontage(['plan', file, '--format', 'json'], { endpoint })
  const { conflicts } = JSON.parse(planned.out) as {
    readonly conflicts: readonly {
      readonly resource: string
      readonly candidates: readonly { id: string }[]
    }[]
  }
  return conflicts.flatMap(({ resource, candidates }) => ['--adopt', `${resource}=${candidates[0]?.id}`])
}

/** Applies as somebody who has no journal of what is there and says that it is theirs. */
export async function applyOver(file: string, endpoint: string): Promise<Ended> {
  const adopt = await adoptions(file, endpoint)
  return frontage(['apply', file, '--yes', ...adopt], { endpoint })
}

/** What CloudWatch has counted in the last minutes for the site whose origins begin with a name. */
export async function countRequests(name: string): Promise<void> {
  const endpoint = process.env['FRONTAGE_AWS'] ?? ''
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const { Items = [] } =
    (await new CloudFront({ region: 'us-east-1', endpoint, credentials }).listDistributions({}))
      .DistributionList ?? {}
  const id = Items.find(({ Origins }) =>
    Origins?.Items?.some(({ DomainName }) => DomainName?.startsWith(name)),
  )?.Id
  await services({ endpoint, credentials }).cloudwatch.putMetricData({
    Namespace: 'AWS/CloudFront',
    MetricData: [
      ['Requests', 4321],
      ['5xxErrorRate', 1.5],
    ].map(([MetricName, Value]) => ({
      MetricName: String(MetricName),
      Value: Number(Value),
      Timestamp: new Date(Date.now() - 600_000),
      Dimensions: [
        { Name: 'DistributionId', Value: id },
        { Name: 'Region', Value: 'Global' },
      ],
    })),
  })
}
