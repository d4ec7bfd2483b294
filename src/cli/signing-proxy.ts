/**
 * Signs the page's requests to the CloudFront API with this machine's credentials. It answers only to the page that
 * this process served (host, origin and a one-time token are checked) and forwards only the operations that Frontage
 * uses. Nothing that signs is ever logged, kept on disk or sent back.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { SignatureV4 } from '@smithy/signature-v4'

export interface ProxyOptions {
  readonly endpoint: string
  readonly token: string
  readonly profile?: string
  /** Milliseconds for the whole request upstream. */
  readonly timeout?: number
}

const maxBody = 1024 * 1024
const version = '/2020-05-31'
const id = '[A-Za-z0-9_.-]+'
const kinds =
  'distribution|cache-policy|origin-request-policy|response-headers-policy|origin-access-control|key-group|public-key|key-value-store|origin-access-identity/cloudfront|continuous-deployment-policy|realtime-log-config'

/** The operations that Frontage uses: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations.html */
const allowed: readonly (readonly [methods: string, path: RegExp])[] = [
  ['GET POST', new RegExp(`^${version}/(${kinds}|function)$`)],
  ['GET PUT', new RegExp(`^${version}/(${kinds}|function)/${id}$`)],
  ['GET PUT', new RegExp(`^${version}/(${kinds})/${id}/config$`)],
  ['GET', new RegExp(`^${version}/function/${id}/describe$`)],
  ['POST', new RegExp(`^${version}/function/${id}/(publish|test)$`)],
  ['GET POST', new RegExp(`^${version}/distribution/${id}/invalidation$`)],
  ['GET', new RegExp(`^${version}/distribution/${id}/invalidation/${id}$`)],
  ['GET POST', new RegExp(`^${version}/tagging$`)],
]

const isAllowed = (method: string, path: string): boolean =>
  allowed.some(([methods, pattern]) => methods.split(' ').includes(method) && pattern.test(path))

/** node:crypto in the shape that the signer wants. */
class Sha256 {
  private readonly hash
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    if (secret === undefined) this.hash = createHash('sha256')
    else {
      const key =
        typeof secret === 'string'
          ? secret
          : secret instanceof ArrayBuffer
            ? Buffer.from(secret)
            : Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength)
      this.hash = createHmac('sha256', key)
    }
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    if (typeof data === 'string') this.hash.update(data)
    else if (data instanceof ArrayBuffer) this.hash.update(Buffer.from(data))
    else this.hash.update(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest())
  }
  reset(): void {}
}

const sameToken = (given: string | undefined, wanted: string): boolean => {
  if (given === undefined || given.length !== wanted.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}

class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Why a request is not the page's own; throws the answer to give. */
function admit(request: IncomingMessage, port: number, token: string, path: string): void {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host = '', origin } = request.headers
  if (!own.includes(host)) throw new Refused(403, 'This host is not served here.')
  if (origin !== undefined && !own.some((one) => origin === `http://${one}`))
    throw new Refused(403, 'Another site may not use this proxy.')
  // A browser always says where a writing request comes from.
  if (origin === undefined && request.method !== 'GET')
    throw new Refused(403, 'A request that changes something must say which page it comes from.')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin')
    throw new Refused(403, 'Another site may not use this proxy.')
  const given = request.headers['x-frontage-token']
  if (!sameToken(typeof given === 'string' ? given : undefined, token))
    throw new Refused(403, 'The token of this page is missing or from another start; reload the page.')
  if (!isAllowed(request.method ?? '', path)) throw new Refused(403, 'Frontage does not use this operation.')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > maxBody) throw new Refused(413, 'The request is larger than 1 MB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const passedOn = ['content-type', 'if-match', 'accept']
// “ettag” is how the service's model spells the header of UpdateFunction's answer.
const passedBack = ['content-type', 'etag', 'ettag', 'location', 'x-amzn-requestid']

/** The error document of CloudFront's API, so that the SDK in the page reads ours like Amazon's. */
const errorXml = (code: string, message: string) =>
  `<?xml version="1.0"?><ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message.replace(/[<>&]/g, '')}</Message></Error></ErrorResponse>`

export type ProxyHandler = (request: IncomingMessage, response: ServerResponse, port: number) => Promise<void>

/** The proxy's handler for requests below /aws. */
export function createSigningProxy({
  endpoint,
  token,
  profile,
  timeout = 30_000,
}: ProxyOptions): ProxyHandler {
  const credentials = defaultProvider(profile === undefined ? {} : { profile })
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service: 'cloudfront', sha256: Sha256 })
  const target = new URL(endpoint)

  async function forward(request: IncomingMessage, path: string, query: URLSearchParams) {
    const body = await bodyOf(request)
    const headers: Record<string, string> = { host: target.host }
    for (const name of passedOn) {
      const value = request.headers[name]
      if (typeof value === 'string') headers[name] = value
    }
    const signed = await signer
      .sign({
        method: request.method ?? 'GET',
        protocol: target.protocol,
        hostname: target.hostname,
        path,
        query: Object.fromEntries(query),
        headers,
        body: body.length > 0 ? body : undefined,
      })
      .catch(() => {
        throw new Refused(
          401,
          'No AWS credentials were found on this machine; sign in with the AWS CLI or set a profile.',
        )
      })
    const { host: _, ...sent } = signed.headers
    const search = query.size > 0 ? `?${query}` : ''
    return fetch(new URL(`${path}${search}`, target), {
      method: request.method ?? 'GET',
      headers: sent,
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    }).catch(() => {
      throw new Refused(
        502,
        `The CloudFront API at ${target.origin} does not answer; check the endpoint and the network.`,
      )
    })
  }

  return async (request, response, port) => {
    try {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (!url.pathname.startsWith('/aws/')) throw new Refused(403, 'This path is not served here.')
      const path = url.pathname.slice('/aws'.length)
      admit(request, port, token, path)
      const answer = await forward(request, path, url.searchParams)
      for (const name of passedBack) {
        const value = answer.headers.get(name)
        if (value !== null) response.setHeader(name, value)
      }
      response.writeHead(answer.status)
      response.end(Buffer.from(await answer.arrayBuffer()))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      response.writeHead(error.status, { 'content-type': 'text/xml', connection: 'close' })
      response.end(errorXml(error.status === 403 ? 'ProxyRefused' : 'ProxyFailure', error.message))
    }
  }
}
