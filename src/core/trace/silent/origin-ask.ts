/**
 * What an origin is sent for a request that no cache answers, learned from the first of its plan. Path, query, id and the
 * validators of an expired object are each request's own.
 */
import type { CachedObject } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { OriginRequest } from '#core/trace/message/message.ts'

export interface OriginAsk {
  readonly request: OriginRequest
  /** Where the fields stand that each request has of its own; -1 where it has none. */
  readonly idPlace: number
  readonly etagPlace: number
  readonly modifiedPlace: number
}

/** What of a way an origin sees. */
interface Asked {
  readonly path: string
  readonly sentQuery: string
}

const own = new Set(['x-amz-cf-id', 'if-none-match', 'if-modified-since'])

/** Which validators the expired object has, as a number from 0: without one, the request is another. */
export const kindOf = (stale: CachedObject | null): number =>
  stale === null ? 0 : 1 + (stale.etag === null ? 0 : 1) + (stale.lastModified === null ? 0 : 2)

/** What an exchange tells, for which one origin was asked once and gave an answer; null where it tells nothing. */
export function learnAsk(exchange: Exchange): OriginAsk | null {
  const { originRequest: request, stale, attempts, originFault, originIndex } = exchange
  if (request === null || attempts !== 1 || originFault !== null || originIndex !== 0) return null
  const { access, customHeaders, kind } = request.origin
  const isRefused = access.refusal !== null || (kind === 's3' && access.grant.read === 'missing')
  if (isRefused || customHeaders.some(([name]) => own.has(name.toLowerCase()))) return null
  const headers = request.headers.copy()
  return {
    request: { ...request, headers },
    idPlace: headers.placeOf('x-amz-cf-id'),
    etagPlace: stale?.etag == null ? -1 : headers.placeOf('if-none-match'),
    modifiedPlace: stale?.lastModified == null ? -1 : headers.placeOf('if-modified-since'),
  }
}

/** The request for another path. */
export function askedFor(ask: OriginAsk, { path, sentQuery }: Asked, exchange: Exchange): OriginRequest {
  const { origin, method, protocol, domainName, port, originPath, readTimeout, headers } = ask.request
  const { stale } = exchange
  const sent = headers.copy()
  sent.setAt(ask.idPlace, exchange.requestId)
  if (stale !== null) {
    if (ask.etagPlace >= 0) sent.setAt(ask.etagPlace, stale.etag ?? '')
    if (ask.modifiedPlace >= 0) sent.setAt(ask.modifiedPlace, stale.lastModified ?? '')
  }
  return {
    origin,
    method,
    protocol,
    domainName,
    port,
    originPath,
    path,
    query: sentQuery,
    headers: sent,
    body: '',
    readTimeout,
  }
}
