/** From a viewer's HTTP request to the answer on its connection. */
import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import type { Viewer } from '#core/model/scenario.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { Upload } from '#local/bytes/upload.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import { holdUpload, type Served, serveCall } from '#local/serve.ts'
import type { Chosen } from '#local/sites.ts'
import { explainedBody } from './explained.ts'
import { type Reply, sendAnswer } from './reply.ts'
import { parseViewer } from './viewer.ts'

export type Asked = IncomingMessage | Http2ServerRequest

/** A viewer's request with what it asks of us. */
export interface Read {
  readonly chosen: Chosen
  readonly request: EngineRequest
  readonly upload: Upload | null
  readonly wantsStory: boolean
  /** As the viewer wrote it, with its port. */
  readonly authority: string
}

const ours = 'x-frontage-'

/** Fields of the connection, which end here; that of an upgrade is a part of the request. */
const ofConnection: ReadonlySet<string> = new Set([
  'host',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
])

/** Without the fields of the connection and of HTTP/2 itself, and those that are for us. */
function viewerHeaders(rawHeaders: readonly string[]): HeaderFields {
  const headers = HeaderFields.fromFlat(rawHeaders)
  const isUpgrade = headers.has('upgrade')
  headers.filter(
    (name) =>
      !ofConnection.has(name) &&
      (name !== 'connection' || isUpgrade) &&
      !name.startsWith(ours) &&
      !name.startsWith(':'),
  )
  return headers
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

function viewerOf(cdn: LocalCdn, asked: Asked): Result<Viewer, string> {
  const version = asked.httpVersion === '2.0' ? '2' : asked.httpVersion === '1.0' ? '1.0' : '1.1'
  const base: Viewer = { httpVersion: version, ...cdn.viewer }
  const text = single(asked.headers['x-frontage-viewer'])
  if (text === undefined) return ok(base)
  const given = parseViewer(text)
  return given.ok ? ok({ ...base, ...given.value }) : given
}

function uploadOf(asked: Asked): Upload | null {
  const { headers } = asked
  const length = headers['content-length']
  if (length !== undefined && /^\d+$/.test(length))
    return Number(length) === 0 ? null : new Upload(asked, Number(length))
  if (headers['transfer-encoding'] !== undefined) return new Upload(asked, null)
  const mayHaveBody = asked.httpVersionMajor >= 2 && asked.method !== 'GET' && asked.method !== 'HEAD'
  return mayHaveBody ? new Upload(asked, null) : null
}

/** An authority in the request line wins over the Host header (RFC 9112 §3.2.2). */
function targetOf(asked: Asked): { readonly path: string; readonly authority: string } {
  const url = asked.url ?? '/'
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/i.exec(url)
  const authority = single(asked.headers[':authority']) ?? asked.headers.host ?? ''
  if (!absolute) return { path: url, authority }
  const rest = absolute[2] ?? ''
  return { path: rest.startsWith('/') ? rest : `/${rest}`, authority: absolute[1] ?? '' }
}

export function readRequest(cdn: LocalCdn, asked: Asked, isSecure: boolean): Result<Read, string> {
  const { path, authority } = targetOf(asked)
  const chosen = cdn.choose(authority)
  if (!chosen) return failed('There is no distribution here.')
  const viewer = viewerOf(cdn, asked)
  if (!viewer.ok) return viewer
  const { protocol, ...rest } = viewer.value
  // A path alone: the host is added, since the parser takes one to be on HTTPS.
  const url = parseRequestUrl(path.startsWith('/') ? path : `/${path}`, chosen.host)
  if (!url.ok) return url
  const isHttps = protocol === 'https' || (protocol !== 'http' && isSecure)
  return ok({
    chosen,
    authority,
    wantsStory: single(asked.headers['x-frontage-explain']) !== undefined,
    upload: uploadOf(asked),
    request: {
      method: (asked.method ?? 'GET').toUpperCase(),
      protocol: isHttps ? 'https' : 'http',
      host: chosen.host,
      path: url.value.path,
      query: url.value.query,
      headers: viewerHeaders(asked.rawHeaders),
      body: '',
      viewer: rest,
      url: `${isHttps ? 'https' : 'http'}://${chosen.host}${path}`,
    },
  })
}

/** A redirect to HTTPS leads back to where the viewer came from, port included. */
function comesBack(headers: HeaderFields, exchange: Exchange, { authority, chosen }: Read): void {
  if (exchange.resultType !== 'Redirect' || authority === '') return
  const location = headers.first('location')
  const own = `https://${chosen.host}/`
  if (location?.startsWith(own)) headers.set('location', `https://${authority}/${location.slice(own.length)}`)
}

function sendPlain(reply: Reply, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  reply.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  reply.end(text)
}

async function sendStory(reply: Reply, id: string, served: Served): Promise<void> {
  const { result } = served
  const response = served.exchange?.response
  const body = response ? await explainedBody(response) : ''
  served.dropRest(null)
  reply.setHeader('x-frontage-trace', id)
  sendPlain(reply, 200, `${JSON.stringify({ ...result, body })}\n`, 'application/json')
}

/** Tells the end of a request to whoever watches. */
function settle(cdn: LocalCdn, id: string, { chosen, request }: Read, served: Served): void {
  if (served.recorder) cdn.tell(id, chosen.site.id, request, served)
}

async function answerStory(cdn: LocalCdn, read: Read, reply: Reply, id: string): Promise<void> {
  const { chosen, request, upload } = read
  const call = { request, upload, isTold: true, onAnswer: () => {} }
  const served = await serveCall(chosen.site, cdn.origins, cdn.clock.now, call)
  settle(cdn, id, read, served)
  await sendStory(reply, id, served)
}

function answerPlain(cdn: LocalCdn, read: Read, reply: Reply, id: string): void | Promise<void> {
  const { chosen, request, upload } = read
  const send = (exchange: Exchange, served: Served) => {
    const { response } = exchange
    if (!response) return
    // The story tells the headers as CloudFront sends them.
    const headers = served.recorder ? response.headers.copy() : response.headers
    comesBack(headers, exchange, read)
    headers.set('x-frontage-trace', id)
    const taken = sendAnswer(reply, request.method, response, headers, () => {})
    served.dropRest(taken)
  }
  const call = { request, upload, isTold: cdn.isAttentive, onAnswer: send }
  const pending = serveCall(chosen.site, cdn.origins, cdn.clock.now, call)
  if (pending instanceof Promise) return pending.then((served) => settle(cdn, id, read, served))
  settle(cdn, id, read, pending)
}

/** Answers one request. */
export function answer(cdn: LocalCdn, asked: Asked, reply: Reply, isSecure: boolean): void | Promise<void> {
  const read = readRequest(cdn, asked, isSecure)
  if (!read.ok) {
    sendPlain(reply, 400, `${read.error}\n`)
    return
  }
  const { chosen, request, upload, wantsStory } = read.value
  const id = cdn.nextId()
  const go = () => (wantsStory ? answerStory : answerPlain)(cdn, read.value, reply, id)
  if (upload === null) return go()
  return holdUpload(chosen.site, request, upload).then((isHere) => {
    if (isHere) return go()
    sendPlain(reply, 413, 'The design looks into this body, and it is too large to be held.\n')
  })
}
