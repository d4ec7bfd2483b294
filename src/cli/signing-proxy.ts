/**
 * Signs the page's requests to the CloudFront API with this machine's credentials. It answers only to the page that
 * this process served (host, origin and a one-time token are checked) and forwards only the operations that Frontage
 * uses. Nothing that signs is ever logged, kept on disk or sent back.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from '#aws/caller.ts'
import { isChoiceKind } from '#core/plan/account-choices.ts'
import { parseAroundStep } from '#core/plan/around-step.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { mostHours } from '#core/plan/live-metrics.ts'
import { unknownAccount } from '#core/plan/scope.ts'
import { AccountAccess, pageIdOf } from './account-access.ts'
import { admit, bodyOf, Refused } from './proxy-guard.ts'
import { isAllowed, isWrite } from './proxy-operations.ts'
import { type Credentials, signedHeaders, urlWith } from './signer.ts'

export interface ProxyOptions {
  readonly endpoint: string
  readonly token: string
  readonly profile?: string
  /** Milliseconds for the whole request upstream, its answer's body included. */
  readonly timeout?: number
}

const passedOn = ['content-type', 'if-match', 'accept']
// “ettag” is how the service's model spells the header of UpdateFunction's answer.
const passedBack = ['content-type', 'etag', 'ettag', 'location', 'retry-after', 'x-amzn-requestid']

/** The error document of CloudFront's API, so that the SDK in the page reads ours like Amazon's. */
const errorXml = (code: string, message: string) =>
  `<?xml version="1.0"?><ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message.replace(/[<>&]/g, '')}</Message></Error></ErrorResponse>`

const codeOf = (status: number): string => {
  if (status === 401) return 'ProxyCredentials'
  return status === 403 ? 'ProxyRefused' : 'ProxyFailure'
}

/** The longest answer: a list of everything that an account may have is far below. */
const maxAnswer = 32 * 1024 * 1024

/** The whole body of an answer; one without end is given up before it fills the memory. */
async function answerBody(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength
    if (size > maxAnswer) throw new Refused(502, 'The answer of the CloudFront API is larger than 32 MB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export type ProxyHandler = (request: IncomingMessage, response: ServerResponse, port: number) => Promise<void>

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}
const json = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
})

const passedHeaders = (request: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

const headersBack = (answer: Response): Readonly<Record<string, string>> =>
  Object.fromEntries(
    passedBack.flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )

/** Throws the answer to give where a change was decided for another account than that of what would sign it. */
async function holdAgainst(
  request: IncomingMessage,
  whose: () => Promise<Caller | undefined>,
): Promise<void> {
  const expected = request.headers['x-frontage-account']
  if (typeof expected !== 'string')
    throw new Refused(403, 'A change must say for which account it was decided; reload the page.')
  const caller = await whose().catch(() => {
    throw new Refused(502, 'AWS STS does not answer, so nothing was changed; try again.')
  })
  const account = caller?.account ?? unknownAccount
  if (account !== expected)
    throw new Refused(
      403,
      `This was decided for the account ${expected}, and the credentials are of ${account}; nothing was changed. Plan again.`,
    )
}

/** What pickers offer; the server asks, since the page's own calls are CloudFront's alone. */
async function choicesAt(path: string, credentials: () => Promise<Credentials>, endpoint: string) {
  const kind = path.slice('/account/choices/'.length)
  if (!isChoiceKind(kind)) throw new Refused(403, 'There is nothing here.')
  const signing = await credentials()
  // The other services are loaded when a picker is opened.
  const { choicesWith } = await import('./choices.ts')
  try {
    return json(await choicesWith(signing, endpoint)(kind))
  } catch (error) {
    throw error instanceof DriverFailure ? new Refused(502, error.message) : error
  }
}

const metricsPath = /^\/account\/metrics\/([A-Z0-9]{1,32})\/(\d{1,3})$/

/** CloudWatch's figures: `/account/metrics/ID/HOURS`. */
async function metricsAt(path: string, credentials: () => Promise<Credentials>, endpoint: string) {
  const [, id = '', hours = ''] = metricsPath.exec(path) ?? []
  if (id === '' || Number(hours) < 1 || Number(hours) > mostHours)
    throw new Refused(403, 'There is nothing here.')
  const signing = await credentials()
  const { metricsWith } = await import('./metrics.ts')
  try {
    return json(await metricsWith(signing, endpoint, id, Number(hours)))
  } catch (error) {
    throw error instanceof DriverFailure ? new Refused(502, error.message) : error
  }
}

/** What the server asks of other services for the page. */
const readers = [
  ['GET /account/metrics/', metricsAt],
  ['GET /account/choices/', choicesAt],
] as const

/** What stands around a site is not CloudFront's, so the server makes it: one thing, in the account it was decided for. */
async function around(
  request: IncomingMessage,
  provide: () => Promise<Credentials>,
  callerOf: (credentials: Credentials) => Promise<Caller | undefined>,
  endpoint: string,
): Promise<Answer> {
  const step = parseAroundStep((await bodyOf(request)).toString('utf8'))
  if (!step.ok) throw new Refused(400, step.error)
  const credentials = await provide()
  await holdAgainst(request, () => callerOf(credentials))
  const { makeAround } = await import('./around-steps.ts')
  try {
    return json(await makeAround(step.value, credentials, endpoint))
  } catch (error) {
    throw error instanceof DriverFailure ? new Refused(502, error.message) : error
  }
}

const noAnswer = (error: unknown, origin: string): Refused =>
  error instanceof Error && error.name === 'TimeoutError'
    ? new Refused(504, `The CloudFront API at ${origin} did not answer in time; try again.`)
    : new Refused(502, `The CloudFront API at ${origin} does not answer; check the endpoint and the network.`)

/** The proxy's handler for requests below /aws (the API) and /account (whose credentials sign). */
export function createSigningProxy({
  endpoint,
  token,
  profile,
  timeout = 30_000,
}: ProxyOptions): ProxyHandler {
  const target = new URL(endpoint)
  const access = new AccountAccess(target, profile)

  async function forward(request: IncomingMessage, path: string, query: URLSearchParams): Promise<Answer> {
    const { method = 'GET' } = request
    if (!isAllowed(method, path, query)) throw new Refused(403, 'Frontage does not use this operation.')
    const body = new Uint8Array(await bodyOf(request))
    const page = pageIdOf(request.headers['x-frontage-page'])
    const credentials = await access.credentials(page)
    if (isWrite(method, path)) await holdAgainst(request, () => access.caller(credentials, timeout))
    const url = urlWith(target, path, query)
    const headers = await signedHeaders('cloudfront', () => Promise.resolve(credentials), {
      method,
      url,
      headers: passedHeaders(request),
      body,
    })
    try {
      const answer = await fetch(url, {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
        ...(body.length > 0 && { body }),
      })
      return {
        status: answer.status,
        headers: headersBack(answer),
        body: await answerBody(answer),
      }
    } catch (error) {
      throw error instanceof Refused ? error : noAnswer(error, target.origin)
    }
  }

  async function account(request: IncomingMessage, path: string): Promise<Answer> {
    const call = `${request.method} ${path}`
    const provide = () => access.credentials(pageIdOf(request.headers['x-frontage-page']))
    const asked = readers.find(([start]) => call.startsWith(start))?.[1]
    if (asked) return asked(path, provide, target.origin)
    if (call === 'POST /account/around')
      return around(request, provide, (one) => access.caller(one, timeout), target.origin)
    const page = pageIdOf(request.headers['x-frontage-page'])
    if (call === 'PUT /account/profile') await access.choose(page, (await bodyOf(request)).toString('utf8'))
    else if (call === 'PUT /account/credentials') access.paste(page, (await bodyOf(request)).toString('utf8'))
    else if (call === 'DELETE /account/credentials') access.forget(page)
    else if (call !== 'GET /account') throw new Refused(403, 'There is nothing here.')
    return json(await access.identity(page, timeout))
  }

  async function answerTo(request: IncomingMessage, port: number): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { pathname } = url
    if (!isProxied(pathname)) throw new Refused(403, 'This path is not served here.')
    admit(request, port, token)
    if (!pathname.startsWith('/aws/')) return account(request, pathname)
    return forward(request, pathname.slice('/aws'.length), url.searchParams)
  }

  return async (request, response, port) => {
    try {
      const { status, headers, body } = await answerTo(request, port)
      response.writeHead(status, { ...headers, 'cache-control': 'no-store' })
      response.end(body)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // The rest of a request that is refused is not waited for.
      response.writeHead(error.status, { 'content-type': 'text/xml', connection: 'close' })
      response.end(errorXml(codeOf(error.status), error.message))
    }
  }
}

/** True for the paths that are the proxy's and not the page's. */
export const isProxied = (path: string): boolean =>
  path.startsWith('/aws/') || path === '/account' || path.startsWith('/account/')
