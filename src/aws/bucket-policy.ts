/** The policy of a bucket, read and written at S3: two calls, for which a client of its own would be too much. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { SignatureV4 } from '@smithy/signature-v4'
import { type BucketGrant, withStatement } from '#core/plan/bucket-policy.ts'
import { DriverFailure } from '#core/plan/driver.ts'

/** `unchanged` where the bucket allowed it already. */
export type GrantOutcome = 'granted' | 'unchanged'

/** An emulator serves buckets at its own endpoint, by path. */
const urlOf = ({ bucket, region }: BucketGrant, endpoint: string | undefined): URL =>
  new URL(
    endpoint === undefined
      ? `https://s3.${region ?? 'us-east-1'}.amazonaws.com/${bucket}?policy`
      : `${endpoint.replace(/\/$/, '')}/${bucket}?policy`,
  )

const codeIn = (xml: string) => /<Code>([^<]+)<\/Code>/.exec(xml)?.[1]

/** Any client of the SDK: whose credentials sign. */
interface Signing {
  readonly config: Pick<CloudFront['config'], 'credentials' | 'sha256'>
}

async function call(aws: Signing, grant: BucketGrant, endpoint: string | undefined, body?: string) {
  const url = urlOf(grant, endpoint)
  const method = body === undefined ? 'GET' : 'PUT'
  const signer = new SignatureV4({
    credentials: aws.config.credentials,
    region: grant.region ?? 'us-east-1',
    service: 's3',
    sha256: aws.config.sha256,
    uriEscapePath: false,
  })
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: { policy: '' },
    headers: { host: url.host, 'content-type': 'application/json' },
    body,
  })
  const { host: _, ...headers } = signed.headers
  try {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
      ...(body !== undefined && { body }),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    throw new DriverFailure(`S3 does not answer for the bucket “${grant.bucket}”; check the network.`)
  }
}

/** Lets CloudFront read a bucket: adds the statement to its policy and leaves the others as they are. */
export async function grantBucket(
  aws: Signing,
  grant: BucketGrant,
  endpoint?: string,
): Promise<GrantOutcome> {
  const { bucket } = grant
  const read = await call(aws, grant, endpoint)
  const code = codeIn(read.text)
  if (read.status !== 200 && code !== 'NoSuchBucketPolicy')
    throw new DriverFailure(
      `The policy of the bucket “${bucket}” cannot be read: S3 answers ${code ?? read.status}. Allow s3:GetBucketPolicy, or add the statement by hand.`,
    )
  const policy = withStatement(read.status === 200 ? read.text : undefined, grant.statement)
  if (policy === undefined) return 'unchanged'
  const written = await call(aws, grant, endpoint, policy)
  if (written.status >= 300)
    throw new DriverFailure(
      `The policy of the bucket “${bucket}” was not changed: S3 answers ${codeIn(written.text) ?? written.status}. Allow s3:PutBucketPolicy, or add the statement by hand.`,
    )
  return 'granted'
}
