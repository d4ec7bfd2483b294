/**
 * How a cache's object is served under a plan: the response half of the stages, learned from the first object with such
 * header fields. Age, date and the request's id are each response's own.
 */
import { noBody } from '#core/http/body.ts'
import { formatHttpDate } from '#core/http/dates.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { CachedObject } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'

export interface Answer {
  /** Of the object; those that share the list are served alike. */
  readonly fields: HeaderFields
  readonly objectStatus: number
  /** The place of the cache on the way. */
  readonly tier: number
  readonly status: number
  readonly headers: HeaderFields
  readonly hasBody: boolean
  /** Where age and id stand among the fields, and the date where CloudFront adds it; else -1. */
  readonly agePlace: number
  readonly idPlace: number
  readonly datePlace: number
  readonly resultType: Exchange['resultType']
  readonly detailedResultType: string
  readonly servedBy: Exchange['servedBy']
}

/** What an exchange that was served from a cache tells of its like; null where something else had a part in it. */
export function learnAnswer(exchange: Exchange, object: CachedObject): Answer | null {
  const { response, functions, errorStatus, attempts, requestId } = exchange
  if (response?.from !== 'cache' || functions.length > 0 || errorStatus !== 0 || attempts > 0) return null
  const { headers, status, body } = response
  const hasBody = body === object.body
  const agePlace = headers.placeOf('age')
  const idPlace = headers.placeOf('x-amz-cf-id')
  if ((!hasBody && body !== noBody) || agePlace < 0 || headers.first('x-amz-cf-id') !== requestId) return null
  return {
    fields: object.headers,
    objectStatus: object.status,
    tier: exchange.foundTier,
    status,
    headers: headers.copy(),
    hasBody,
    agePlace,
    idPlace,
    datePlace: object.headers.has('date') ? -1 : headers.placeOf('date'),
    resultType: exchange.resultType,
    detailedResultType: exchange.detailedResultType,
    servedBy: exchange.servedBy,
  }
}

/** Whether an object at a place of the way is served as the answer says. */
export const fits = (answer: Answer, object: CachedObject, tier: number): boolean =>
  answer.fields === object.headers && answer.objectStatus === object.status && answer.tier === tier

/** Serves an object that fits. */
export function giveAnswer(answer: Answer, exchange: Exchange, object: CachedObject): void {
  const { now, requestId } = exchange
  const headers = answer.headers.copy()
  headers.setAt(answer.agePlace, String(Math.max(0, Math.floor((now - object.bornAt) / 1000))))
  headers.setAt(answer.idPlace, requestId)
  if (answer.datePlace >= 0) headers.setAt(answer.datePlace, formatHttpDate(now))
  exchange.response = {
    status: answer.status,
    headers,
    body: answer.hasBody ? object.body : noBody,
    encodedSize: object.encodedSize,
    from: 'cache',
  }
  exchange.resultType = answer.resultType
  exchange.detailedResultType = answer.detailedResultType
  exchange.servedBy = answer.servedBy
}
