import { formatHttpDate } from '#core/http/dates.ts'
import { writtenVersion } from '#core/trace/engine/http-version.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import type { ResultType } from '#core/trace/message/message.ts'

/** Made once for each result, since every response needs one. */
const texts = new Map<ResultType, string>()
function xCache(result: ResultType): string {
  const text = texts.get(result) ?? `${result} from cloudfront`
  texts.set(result, text)
  return text
}

export const responseHeaders = defineStage({
  id: 'response-headers',
  at: 'viewer',
  title: 'Headers that CloudFront adds',
  explained: 'never',
  basis: { documented: guide('RequestAndResponseBehaviorCustomOrigin') },
  run(exchange, note) {
    const { response, engine, pop, requestId } = exchange
    if (!response) return
    const { headers } = response
    const own = engine.via(writtenVersion(exchange.httpVersion))
    const via = headers.first('via')
    headers.set('via', via === null ? own : `${via}, ${own}`)
    headers.set('x-cache', xCache(exchange.resultType))
    headers.set('x-amz-cf-pop', pop.code)
    headers.set('x-amz-cf-id', requestId)
    if (!headers.has('date')) headers.set('date', formatHttpDate(exchange.now))
    if (!headers.has('server')) headers.set('server', 'CloudFront')
    if (exchange.stickyCookie !== null) headers.append('set-cookie', exchange.stickyCookie)
    note?.(
      `The viewer gets ${response.status}, X-Cache: ${exchange.resultType} from cloudfront, from ${pop.code}.`,
    )
  },
})
