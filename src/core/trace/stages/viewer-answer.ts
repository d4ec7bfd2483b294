import { noBody, sliceBody } from '#core/http/body.ts'
import { allowsRange, isNotModified } from '#core/http/conditional.ts'
import { areOrdered, parseRange } from '#core/http/ranges.ts'
import type { CachedObject } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import type { EngineResponse, Note } from '#core/trace/message/message.ts'

const servedBy = {
  edge: 'edge',
  'regional-edge-cache': 'regional-edge-cache',
  'origin-shield': 'origin-shield',
} as const

function fromObject(object: CachedObject): EngineResponse {
  return {
    status: object.status,
    headers: object.headers.copy(),
    body: object.body,
    encodedSize: object.encodedSize,
    from: 'cache',
  }
}

/** A hit, a refreshed object or an expired one that is served. */
function answerFromCache(exchange: Exchange, object: CachedObject): void {
  exchange.response = fromObject(object)
  const tier = exchange.tiers[exchange.foundTier]
  exchange.servedBy = servedBy[tier?.name ?? 'edge']
  exchange.resultType = object.isError ? 'Error' : 'Hit'
  exchange.detailedResultType = object.isError
    ? 'Error'
    : tier?.name === 'origin-shield'
      ? 'OriginShieldHit'
      : 'Hit'
  exchange.response.headers.set('age', String(Math.max(0, Math.floor((exchange.now - object.bornAt) / 1000))))
}

function answerFromOrigin(exchange: Exchange, response: EngineResponse): void {
  const { status, headers, body, encodedSize, from } = response
  exchange.response = { status, headers: headers.copy(), body, encodedSize, from }
  const byFunction = exchange.resultType.startsWith('Lambda')
  exchange.servedBy = byFunction ? 'function' : response.from === 'edge' ? 'edge-generated' : 'origin'
  if (byFunction && response.from === 'edge') return
  if (response.status >= 400) {
    exchange.resultType = 'Error'
    exchange.detailedResultType =
      exchange.detailedResultType ||
      (exchange.originFault === null ? 'OriginError' : faultTypes[exchange.originFault])
    return
  }
  exchange.resultType = exchange.isRefreshed ? 'RefreshHit' : exchange.resultType
  exchange.detailedResultType = exchange.resultType
}
const faultTypes = {
  'connect-timeout': 'OriginConnectError',
  'connection-refused': 'OriginConnectError',
  'response-timeout': 'OriginCommError',
  tls: 'OriginConnectError',
  dns: 'OriginDnsError',
  'connection-reset': 'OriginCommError',
} as const

/** A 304 keeps what tells of the object, and none of its content (RFC 9110 §15.4.5). */
function notModified(response: EngineResponse): void {
  response.status = 304
  response.body = noBody
  response.headers.delete('content-length')
}

function cutRange(exchange: Exchange, response: EngineResponse, note: Note | null): void {
  const { headers } = exchange.request
  const field = headers.first('range')
  const validators = {
    etag: response.headers.first('etag'),
    lastModified: response.headers.first('last-modified'),
  }
  if (field === null || response.encodedSize !== null || !allowsRange(headers, validators)) return
  if (response.body.source?.isLengthKnown === false) return
  const { size } = response.body
  const ranges = parseRange(field, size)
  if (ranges === 'none') return
  if (ranges === 'unsatisfiable') {
    note?.(`The range “${field}” lies outside the object's ${size} bytes: 416.`)
    response.status = 416
    response.headers.set('content-range', `bytes */${size}`)
    response.headers.delete('content-length')
    response.body = noBody
    exchange.resultType = 'Error'
    return
  }
  const [range] = ranges
  if (range === undefined || ranges.length > 1 || !areOrdered(ranges)) {
    note?.(`“${field}” asks for several ranges: everything is served.`)
    return
  }
  response.status = 206
  response.body = sliceBody(response.body, range.start, range.end)
  response.headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  response.headers.set('content-length', String(response.body.size))
  note?.(`Bytes ${range.start} to ${range.end} are cut from the whole object.`)
}

export const viewerAnswer = defineStage({
  id: 'viewer-answer',
  at: 'row',
  title: 'Answer from cache or origin',
  explained: 'never',
  basis: { documented: guide('RangeGETs') },
  run(exchange, note) {
    if (exchange.response) return
    if (exchange.found) answerFromCache(exchange, exchange.found)
    else if (exchange.originResponse) answerFromOrigin(exchange, exchange.originResponse)
    const { response } = exchange as { response: EngineResponse | null }
    const { request } = exchange
    if (!response || exchange.isErrorPage) return
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (response.status === 200 && isRead && exchange.cacheKeyText !== null) {
      const validators = {
        etag: response.headers.first('etag'),
        lastModified: response.headers.first('last-modified'),
      }
      if (isNotModified(request.headers, validators)) {
        note?.('The viewer has this version already: 304 without a body.')
        notModified(response)
      } else if (request.method === 'GET' && (exchange.found || exchange.isRefreshed))
        cutRange(exchange, response, note)
    }
    if (request.method === 'HEAD') response.body = noBody
  },
})
