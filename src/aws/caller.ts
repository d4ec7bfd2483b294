/**
 * Whose account some credentials are of: STS tells everybody who asks, without a permission.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
import { SignatureV4, type SignatureV4Init } from '@smithy/signature-v4'

export interface Caller {
  readonly account: string
  readonly arn: string
  /** `aws`, or `aws-cn`: the second part of every ARN. */
  readonly partition: string
}
export interface CallerQuestion {
  readonly credentials: SignatureV4Init['credentials']
  readonly sha256: NonNullable<SignatureV4Init['sha256']>
  /** Where CloudFront's API answers; an emulator answers STS there too. */
  readonly endpoint: string
  /** Milliseconds. */
  readonly patience?: number
}

export const cloudFrontEndpoint = 'https://cloudfront.amazonaws.com'

/** True for an endpoint of AWS itself, in any partition. */
export const isAmazons = (endpoint: string): boolean =>
  /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname)

function stsFor(endpoint: string): { readonly url: URL; readonly region: string } {
  const { hostname } = new URL(endpoint)
  if (hostname.endsWith('.amazonaws.com.cn'))
    return { url: new URL('https://sts.cn-north-1.amazonaws.com.cn/'), region: 'cn-north-1' }
  const url = isAmazons(endpoint) ? 'https://sts.us-east-1.amazonaws.com/' : endpoint
  return { url: new URL(url), region: 'us-east-1' }
}

const textAt = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]

/** Who calls; undefined where what answers does not say. Rejects where nothing answers or there are no credentials. */
export async function callerOf({
  credentials,
  sha256,
  endpoint,
  patience = 20_000,
}: CallerQuestion): Promise<Caller | undefined> {
  const { url, region } = stsFor(endpoint)
  const body = new TextEncoder().encode('Action=GetCallerIdentity&Version=2011-06-15')
  const signer = new SignatureV4({ credentials, region, service: 'sts', sha256 })
  const { headers: signed } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body,
  })
  const { host: _, ...headers } = signed
  const signal = AbortSignal.timeout(patience)
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal })
  const xml = await answer.text()
  const [account, arn] = [textAt(xml, 'Account'), textAt(xml, 'Arn')]
  if (account === undefined || arn === undefined) return undefined
  return { account, arn, partition: arn.split(':')[1] ?? 'aws' }
}
