import { cookiePairs, cookieText } from '#core/http/cookies.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import { filterQuery } from '#core/http/query-string.ts'
import type { CompiledBehavior, CompiledOrigin } from '#core/trace/compiled.ts'
import type { Exchange, OriginRequest } from '#core/trace/exchange.ts'
import { isNeverForwarded, isRemovedByDefault } from '#core/trace/forwarded-headers.ts'
import { defineStage, guide } from '#core/trace/stage.ts'
import { viewerAddress, viewerHeader } from '#core/trace/viewer-headers.ts'

/** Whether a viewer's header goes to the origin. */
function isForwarded(name: string, exchange: Exchange, behavior: CompiledBehavior): boolean {
  const { key, forward, isLegacy } = behavior
  if (isNeverForwarded(name)) return name === 'upgrade' && isWebSocket(exchange)
  if (key.headers.takes(name)) return true
  if (isLegacy && forward.path === behavior.key.path) {
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(exchange.request.method)
    return name === 'authorization' ? isWrite : !isRemovedByDefault(name)
  }
  // By a whitelist, Authorization does not reach the origin.
  if (name === 'authorization' && forward.headers.mode === 'listed') return false
  return forward.headers.takes(name) || isAlwaysSent(name)
}

const isWebSocket = ({ request }: Exchange) => request.headers.first('upgrade')?.toLowerCase() === 'websocket'
const isAlwaysSent = (name: string) =>
  name === 'content-type' ||
  name === 'content-length' ||
  name === 'content-md5' ||
  name === 'range' ||
  name === 'if-range' ||
  name.startsWith('sec-websocket-') ||
  name === 'grpc-timeout'

/** Handled one by one below, never copied. */
const handled = new Set([
  'host',
  'cookie',
  'accept-encoding',
  'via',
  'x-forwarded-for',
  'user-agent',
  'connection',
  'x-amz-cf-id',
])

function viewerHeaders(exchange: Exchange, behavior: CompiledBehavior): HeaderFields {
  const headers = exchange.request.headers.copy()
  headers.filter(
    (name) => !handled.has(name) && !name.startsWith('cloudfront-') && isForwarded(name, exchange, behavior),
  )
  const generated = [
    ...behavior.key.headerNames.filter((name) => name.startsWith('cloudfront-')),
    ...behavior.forward.generated,
  ]
  for (const name of generated) {
    const value = viewerHeader(exchange, name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}

function addOwn(
  headers: HeaderFields,
  exchange: Exchange,
  behavior: CompiledBehavior,
  origin: CompiledOrigin,
): void {
  const { request, engine } = exchange
  const takes = (name: string) => behavior.key.headers.takes(name) || behavior.forward.headers.takes(name)
  headers.set('host', takes('host') ? request.host : origin.domainName)
  const agent = request.headers.first('user-agent')
  headers.set('user-agent', takes('user-agent') && agent !== null ? agent : 'Amazon CloudFront')
  const { normalizes } = { normalizes: behavior.key.gzip || behavior.key.brotli }
  const encoding =
    normalizes && !behavior.key.headers.takes('accept-encoding')
      ? exchange.acceptEncoding
      : takes('accept-encoding')
        ? request.headers.combined('accept-encoding')
        : null
  if (encoding !== null) headers.set('accept-encoding', encoding)
  const pairs = cookiePairs(request.headers.all('cookie')).filter(
    ({ name }) => behavior.key.cookies.takes(name) || behavior.forward.cookies.takes(name),
  )
  if (pairs.length > 0) headers.set('cookie', cookieText(pairs))
  const forwardedFor = request.headers.combined('x-forwarded-for')
  const address = viewerAddress(request.viewer.ip)
  headers.set('x-forwarded-for', forwardedFor === null ? address : `${forwardedFor}, ${address}`)
  const via = request.headers.combined('via')
  const own = `${request.viewer.httpVersion ?? '2.0'} ${engine.ids.viaHost} (CloudFront)`
  headers.set('via', via === null || !takes('via') ? own : `${via}, ${own}`)
  headers.set('x-amz-cf-id', exchange.requestId)
  headers.set('connection', isWebSocket(exchange) ? 'Upgrade' : 'Keep-Alive')
}

/** CloudFront's own validators replace the viewer's where it has an expired object to check. */
function addConditions(headers: HeaderFields, { stale, behavior, engine }: Exchange): void {
  const isConditional = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'] as const
  const keepsViewers = behavior?.isLegacy === true || behavior?.ttl.disabled === true
  if (stale || (!keepsViewers && !engine.distribution.sharedCacheRules) || behavior?.ttl.disabled === false)
    for (const name of isConditional) headers.delete(name)
  if (!stale) return
  if (stale.etag !== null) headers.set('if-none-match', stale.etag)
  if (stale.lastModified !== null) headers.set('if-modified-since', stale.lastModified)
}

function protocolFor(origin: CompiledOrigin, exchange: Exchange): 'http' | 'https' {
  if (origin.kind === 's3')
    return exchange.request.protocol === 'https' || origin.access.signs === 'always' ? 'https' : 'http'
  if (origin.protocolPolicy === 'match-viewer') return exchange.request.protocol
  return origin.protocolPolicy === 'https-only' ? 'https' : 'http'
}

export function buildOriginRequest(
  exchange: Exchange,
  behavior: CompiledBehavior,
  origin: CompiledOrigin,
): OriginRequest {
  const { request } = exchange
  const headers = viewerHeaders(exchange, behavior)
  addOwn(headers, exchange, behavior, origin)
  addConditions(headers, exchange)
  for (const [name, value] of origin.customHeaders) headers.set(name, value)
  const protocol = protocolFor(origin, exchange)
  const { key, forward } = behavior
  const takesQuery = (name: string) => key.query.takes(name) || forward.query.takes(name)
  const takesAll = key.query.mode === 'all' || forward.query.mode === 'all'
  return {
    origin,
    method: request.method,
    protocol,
    domainName: origin.domainName,
    port: protocol === 'https' ? origin.httpsPort : origin.httpPort,
    originPath: origin.originPath,
    path: request.path,
    query: takesAll ? request.query : filterQuery(request.query, takesQuery),
    headers,
    body: request.body,
    readTimeout: origin.readTimeout,
  }
}

export const originRequest = defineStage({
  id: 'origin-request',
  title: 'Origin request',
  basis: { documented: guide('RequestAndResponseBehaviorCustomOrigin') },
  run(exchange, note) {
    const { behavior } = exchange
    const origin = behavior?.target.origins[exchange.originIndex]
    exchange.originRequest = null
    exchange.originResponse = null
    exchange.originFault = null
    if (!behavior || !origin) {
      note?.(
        `The behavior targets “${behavior?.target.id ?? ''}”, and there is no such origin; CloudFront would refuse the configuration. Answered 502.`,
        [[...(behavior?.path ?? []), 'TargetOriginId']],
      )
      exchange.originFault = 'dns'
      return
    }
    const request = buildOriginRequest(exchange, behavior, origin)
    exchange.originRequest = request
    if (!note) return
    const sent = new Set(request.headers.names())
    const dropped = exchange.request.headers.names().filter((name) => !sent.has(name))
    const address = `${request.protocol}://${request.domainName}${request.originPath}${request.path}`
    note(
      `${request.method} ${address}${request.query === '' ? '' : `?${request.query}`} for origin “${origin.id}”, Host ${request.headers.first('host')}.${
        dropped.length > 0
          ? ` Not sent on, since neither the key nor an origin request policy names them: ${dropped.join(', ')}.`
          : ''
      }${origin.isHostKnown ? '' : ' The host is a stand-in: only the deployment knows it.'}`,
      [origin.path, behavior.key.path, behavior.forward.path],
    )
  },
})
