/** Signature Version 4 over node:crypto: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'

type Bytes = string | ArrayBuffer | ArrayBufferView
const bytesOf = (data: Bytes): string | Uint8Array => {
  if (typeof data === 'string') return data
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/** node:crypto in the shape that the signer wants. */
export class Sha256 {
  private readonly hash
  constructor(secret?: Bytes) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }
  update(data: Bytes): void {
    this.hash.update(bytesOf(data))
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest())
  }
  reset(): void {}
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}
export interface ToSign {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The headers with which a request is signed; `host` is among what is signed and left to the client to send. */
export async function signedHeaders(
  service: 'cloudfront',
  credentials: () => Promise<Credentials>,
  { method, url, headers, body }: ToSign,
): Promise<Record<string, string>> {
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service, sha256: Sha256 })
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...headers, host: url.host },
    body: body.length > 0 ? body : undefined,
  })
  const { host: _, ...sent } = signed.headers
  return sent
}

/** A URL whose query is written as the signature counts it: a space is `%20`, never `+`. */
export function urlWith(target: URL, path: string, query: URLSearchParams): URL {
  const url = new URL(path, target)
  url.search = [...query]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  return url
}
