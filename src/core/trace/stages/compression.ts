import { acceptsCoding } from '#core/http/accept-encoding.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import { isCompressibleType } from '#core/trace/engine/compressible-types.ts'
import { type Coding, encodedSize } from '#core/trace/engine/encodings.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'

const smallest = 1000
const largest = 10_000_000

/** Why nothing is compressed, or null. */
function obstacle(exchange: Exchange, behavior: CompiledBehavior, response: EngineResponse): string | null {
  const { headers, status } = response
  const { key } = behavior
  if (!key.gzip && !key.brotli) return 'the cache policy allows no encoding'
  if (behavior.ttl.disabled) return 'caching is disabled'
  if (key.headers.takes('accept-encoding')) return 'Accept-Encoding is itself listed in the policy'
  if (exchange.httpVersion === '1.0') return 'the viewer speaks HTTP/1.0'
  if (exchange.acceptEncoding === null) return 'the viewer accepts neither Brotli nor gzip'
  if (![200, 403, 404].includes(status)) return `the status is ${status}`
  if (headers.has('content-encoding')) return 'the origin has encoded it already'
  const type = headers.first('content-type')
  if (type === null || !isCompressibleType(type))
    return `CloudFront does not compress ${type ?? 'content without a type'}`
  const length = headers.first('content-length')
  if (length === null) return 'the origin sends no Content-Length'
  if (!(Number(length) >= smallest && Number(length) <= largest))
    return `${length} bytes are not between 1,000 and 10,000,000`
  return null
}

/** What comes from a source is encoded as it is read, so that its size is not known yet. */
function encodedInWords({ body, encodedSize }: EngineResponse, coding: Coding): string {
  const { size, source } = body
  if (source) return `${size} bytes are encoded with ${coding === 'br' ? 'Brotli' : 'gzip'} on their way.`
  return coding === 'br'
    ? `${size} bytes become about ${encodedSize} with Brotli (estimated from gzip).`
    : `${size} bytes become ${encodedSize} with gzip.`
}

export const compression = defineStage({
  id: 'compression',
  at: 'edge',
  title: 'Compression',
  explained: 'after-origin',
  basis: { documented: guide('ServingCompressedFiles') },
  run(exchange, note) {
    const { behavior, originResponse: response } = exchange
    if (!behavior?.compress || !response || exchange.isRefreshed || response.from !== 'origin') return
    if (exchange.request.method === 'HEAD' && !exchange.cacheKeyText) return
    const why = obstacle(exchange, behavior, response)
    if (why !== null) {
      note?.(`Not compressed: ${why}.`, [behavior.key.path, [...behavior.path, 'Compress']])
      return
    }
    const coding = acceptsCoding(exchange.acceptEncoding, 'br') ? 'br' : 'gzip'
    const { headers } = response
    const etag = headers.first('etag')
    if (etag !== null) {
      if (/^"[^"]*"$/.test(etag)) headers.set('etag', `W/${etag}`)
      else if (!/^W\/"[^"]*"$/.test(etag)) headers.delete('etag')
    }
    headers.delete('content-length')
    headers.set('content-encoding', coding)
    const vary = headers.combined('vary')
    if (!vary?.toLowerCase().includes('accept-encoding'))
      headers.set('vary', vary === null ? 'Accept-Encoding' : `${vary}, Accept-Encoding`)
    response.encodedSize = encodedSize(response.body, coding)
    note?.(encodedInWords(response, coding), [[...behavior.path, 'Compress']])
  },
})
