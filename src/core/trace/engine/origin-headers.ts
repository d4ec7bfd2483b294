/**
 * The header fields that an origin is sent.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior
 */
import { cookiePairs, cookieText } from '#core/http/cookies.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledBehavior, CompiledOrigin } from '#core/trace/compile/compiled.ts'
import { isNeverForwarded, isRemovedByDefault } from '#core/trace/compile/forwarded-headers.ts'
import type { Exchange } from './exchange.ts'
import { writtenVersion } from './http-version.ts'
import { generatedNames, viewerAddress, viewerHeader } from './viewer-headers.ts'

/** What of a request decides which of its headers go on. */
interface Forwarded {
  readonly isWebSocket: boolean
  readonly request: { readonly method: string }
}

/** Whether a viewer's header goes to the origin. */
export function isForwarded(
  name: string,
  { isWebSocket, request }: Forwarded,
  behavior: CompiledBehavior,
): boolean {
  const { key, forward, isLegacy } = behavior
  if (isNeverForwarded(name)) return name === 'upgrade' && isWebSocket
  // They belong to the handshake, which there is none of over HTTP/2 and 3 (inferred).
  if (name.startsWith('sec-websocket-') && !isWebSocket) return false
  if (key.headers.takes(name)) return true
  if (isLegacy && forward.path === behavior.key.path) {
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    return name === 'authorization' ? isWrite : !isRemovedByDefault(name)
  }
  // By a whitelist, Authorization does not reach the origin.
  if (name === 'authorization' && forward.headers.mode === 'listed') return false
  return forward.headers.takes(name) || isAlwaysSent(name)
}

const isAlwaysSent = (name: string) =>
  name === 'content-type' ||
  name === 'content-length' ||
  name === 'content-md5' ||
  name === 'range' ||
  name === 'if-range' ||
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

export function viewerHeaders(exchange: Exchange, behavior: CompiledBehavior): HeaderFields {
  const headers = exchange.request.headers.copy()
  headers.filter(
    (name) => !handled.has(name) && !name.startsWith('cloudfront-') && isForwarded(name, exchange, behavior),
  )
  for (const name of generatedNames(behavior)) {
    const value = viewerHeader(exchange, name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}

/** Whether a cookie of the viewer's goes to the origin. */
export const sendsCookie = ({ key, forward }: CompiledBehavior, name: string): boolean =>
  key.cookies.takes(name) || forward.cookies.takes(name)

export function addOwnHeaders(
  headers: HeaderFields,
  exchange: Exchange,
  behavior: CompiledBehavior,
  origin: CompiledOrigin,
): void {
  const { request, engine } = exchange
  const takes = (name: string) => behavior.key.headers.takes(name) || behavior.forward.headers.takes(name)
  headers.set('host', origin.hostHeader ?? (takes('host') ? request.host : origin.domainName))
  const agent = request.headers.first('user-agent')
  headers.set('user-agent', takes('user-agent') && agent !== null ? agent : 'Amazon CloudFront')
  const normalizes = behavior.key.gzip || behavior.key.brotli
  const encoding =
    normalizes && !behavior.key.headers.takes('accept-encoding')
      ? exchange.acceptEncoding
      : takes('accept-encoding')
        ? request.headers.combined('accept-encoding')
        : null
  if (encoding !== null) headers.set('accept-encoding', encoding)
  const pairs = cookiePairs(request.headers.all('cookie')).filter(({ name }) => sendsCookie(behavior, name))
  if (pairs.length > 0) headers.set('cookie', cookieText(pairs))
  const forwardedFor = request.headers.combined('x-forwarded-for')
  const address = viewerAddress(request.viewer.ip)
  headers.set('x-forwarded-for', forwardedFor === null ? address : `${forwardedFor}, ${address}`)
  const via = request.headers.combined('via')
  const own = engine.via(writtenVersion(exchange.httpVersion))
  headers.set('via', via === null || !takes('via') ? own : `${via}, ${own}`)
  headers.set('x-amz-cf-id', exchange.requestId)
  headers.set('connection', exchange.isWebSocket ? 'Upgrade' : 'Keep-Alive')
}

/**
 * CloudFront's own validators replace the viewer's where it has an expired object to check. Without one, the viewer's
 * go on only in the legacy form and where nothing is cached.
 */
export function addConditions(headers: HeaderFields, { stale, behavior, engine }: Exchange): void {
  const keepsViewers = behavior?.isLegacy || behavior?.ttl.disabled || engine.sharedRules !== null
  if (stale || !keepsViewers) for (const name of conditions) headers.delete(name)
  if (!stale) return
  if (stale.etag !== null) headers.set('if-none-match', stale.etag)
  if (stale.lastModified !== null) headers.set('if-modified-since', stale.lastModified)
}
const conditions = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since']
