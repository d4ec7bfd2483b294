/** Makes one thing around a site for the page. */
import { makeBucket, makeRecord, proveCertificate, requestCertificate } from '#aws/around.ts'
import { grantBucket } from '#aws/bucket-policy.ts'
import { isAmazons } from '#aws/caller.ts'
import type { Services } from '#aws/services.ts'
import type { AroundAnswer, AroundStep } from '#core/plan/around-step.ts'
import { servicesWith } from './choices.ts'
import type { Credentials } from './signer.ts'

async function made(aws: Services, step: AroundStep, endpoint: string | undefined): Promise<string> {
  switch (step.kind) {
    case 'bucket':
      await makeBucket(aws, step.name, step.isForLogs)
      return step.name
    case 'certificate':
      return requestCertificate(aws, step.names, step.token)
    case 'proof':
      return proveCertificate(aws, step.arn)
    case 'record':
      return makeRecord(aws, { ...step, distribution: '' })
    case 'grant':
      return grantBucket(aws.s3, step.grant, endpoint)
  }
}

export async function makeAround(
  step: AroundStep,
  credentials: Credentials,
  endpoint: string,
): Promise<AroundAnswer> {
  const own = isAmazons(endpoint) ? undefined : endpoint
  return { value: await made(servicesWith(credentials, endpoint), step, own) }
}
