/**
 * What becomes of an origin's answer under a plan: what is kept of it and what the viewer gets, learned from the stages. It
 * holds again where the origin gives the same answer: the same list of fields, unchanged, and the same body.
 */
import { noBody } from '#core/http/body.ts'
import { formatHttpDate } from '#core/http/dates.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { CachedObject } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { EngineResponse, OriginAnswer } from '#core/trace/message/message.ts'

/** What of a way its object is kept by. */
interface Kept {
  readonly path: string
  readonly key: string
  readonly keyQuery: string
}

export type WholeAnswer = Exclude<OriginAnswer, { readonly error: unknown }>

export interface Outcome {
  readonly answer: WholeAnswer
  /** As the fields of the answer were: whoever made them may change them. */
  readonly fields: HeaderFields
  /** The expired object, where the origin has confirmed it. */
  readonly confirmed: CachedObject | null
  readonly originResponse: EngineResponse
  readonly stored: CachedObject
  /** Milliseconds that the answer was old already. */
  readonly age: number
  readonly response: EngineResponse
  readonly hasBody: boolean
  readonly idPlace: number
  /** -1 where the origin gives the date. */
  readonly datePlace: number
  readonly resultType: Exchange['resultType']
  readonly detailedResultType: string
  readonly servedBy: Exchange['servedBy']
  readonly duration: number
}

/** Nothing but the origin's one answer had a part in it. */
const isSimple = (exchange: Exchange): boolean =>
  exchange.attempts === 1 &&
  exchange.originIndex === 0 &&
  exchange.originFault === null &&
  exchange.functions.length === 0 &&
  exchange.errorStatus === 0 &&
  exchange.found === null &&
  !exchange.servesStale

/** What an exchange tells of the answer that it got; null where it tells nothing of the next. */
export function learnOutcome(exchange: Exchange, answer: WholeAnswer, { key }: Kept): Outcome | null {
  const { originResponse, stored, stale, response, now, requestId } = exchange
  if (!isSimple(exchange) || stored === null || originResponse === null || response?.from !== 'origin')
    return null
  const { headers, body } = response
  const hasBody = body === stored.body
  // A lifetime by “Expires” is another at each time.
  if (stored.key !== key || stored.isError || originResponse.headers.has('expires')) return null
  if ((!hasBody && body !== noBody) || headers.first('x-amz-cf-id') !== requestId) return null
  return {
    answer,
    fields: answer.headers.copy(),
    confirmed: exchange.isRefreshed ? stale : null,
    originResponse,
    stored,
    age: now - stored.bornAt,
    response: { ...response, headers: headers.copy() },
    hasBody,
    idPlace: headers.placeOf('x-amz-cf-id'),
    datePlace: originResponse.headers.has('date') ? -1 : headers.placeOf('date'),
    resultType: exchange.resultType,
    detailedResultType: exchange.detailedResultType,
    servedBy: exchange.servedBy,
    duration: exchange.duration,
  }
}

const isAlike = (a: CachedObject, b: CachedObject): boolean =>
  a.headers === b.headers && a.status === b.status && (a.encodedSize === null) === (b.encodedSize === null)

/** Whether an answer comes to the outcome. */
export function isOutcomeOf(outcome: Outcome, given: WholeAnswer, stale: CachedObject | null): boolean {
  const { answer, fields, confirmed } = outcome
  return (
    answer.headers === given.headers &&
    answer.status === given.status &&
    answer.body === given.body &&
    fields.equals(given.headers) &&
    (confirmed === null ? given.status !== 304 : stale !== null && isAlike(confirmed, stale))
  )
}

function storedFor(outcome: Outcome, { path, key, keyQuery }: Kept, exchange: Exchange): CachedObject {
  const { stored, age, confirmed } = outcome
  const { now, stale } = exchange
  const kept = confirmed === null || stale === null ? stored : stale
  return {
    // What each hit looks at stands together.
    body: kept.body,
    encodedSize: kept.encodedSize,
    bornAt: now - age,
    freshUntil: now + stored.ttl * 1000,
    isGone: false,
    isError: false,
    headers: stored.headers,
    status: stored.status,
    key,
    distribution: stored.distribution,
    host: stored.host,
    path,
    viewerPath: path,
    query: keyQuery,
    cacheControl: stored.cacheControl,
    storedAt: now,
    retryAt: 0,
    ttl: stored.ttl,
    maxTtl: stored.maxTtl,
    etag: stored.etag,
    lastModified: stored.lastModified,
    tags: stored.tags,
    errorPage: null,
  }
}

/** Keeps and serves what the outcome says; returns the object. */
export function giveOutcome(outcome: Outcome, way: Kept, exchange: Exchange): CachedObject {
  const object = storedFor(outcome, way, exchange)
  const { originResponse, response } = outcome
  const { body, encodedSize } = object
  for (const { objects } of exchange.tiers) objects.set(way.key, object)
  const headers = response.headers.copy()
  headers.setAt(outcome.idPlace, exchange.requestId)
  if (outcome.datePlace >= 0) headers.setAt(outcome.datePlace, formatHttpDate(exchange.now))
  const { status } = originResponse
  exchange.originResponse = { status, headers: originResponse.headers, body, encodedSize, from: 'origin' }
  exchange.response = {
    status: response.status,
    headers,
    body: outcome.hasBody ? body : noBody,
    encodedSize,
    from: 'origin',
  }
  exchange.stored = object
  exchange.ttl = object.ttl
  exchange.isRefreshed = outcome.confirmed !== null
  exchange.attempts = 1
  exchange.duration = outcome.duration
  exchange.resultType = outcome.resultType
  exchange.detailedResultType = outcome.detailedResultType
  exchange.servedBy = outcome.servedBy
  return object
}
