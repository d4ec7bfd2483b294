import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { eventThatIs } from '#core/trace/explain/events.ts'
import { defineHint } from './hint.ts'

export const errorKept = defineHint({
  id: 'error-kept',
  docs: guide('HTTPStatusCodes'),
  find({ result, distribution }) {
    const isFromCache = result.originRequests.length === 0 && result.resultType === 'Error'
    const found = eventThatIs(result, 'fresh')
    if (!isFromCache || !found) return undefined
    const configured = distribution.errorResponses.get(result.status)
    const minimum = configured?.minTtl ?? 10
    const kept = found.said.ttl
    const isByMinimum = kept === minimum
    const why = !isByMinimum
      ? 'as the origin’s own Cache-Control or Expires says'
      : configured
        ? 'by the custom error response'
        : 'unless a custom error response for the status says otherwise'
    const remedy = isByMinimum
      ? 'Set its error caching minimum TTL to 0 while you look for the cause, or invalidate the path'
      : 'Let the origin give its errors a short lifetime, or invalidate the path'
    return {
      text: `This ${result.status} is an old one, from the cache: the origin was not asked, and may be well again. CloudFront keeps it for ${kept} s, ${why}. ${remedy}.`,
      because: [toPointer(configured?.path ?? [...distribution.path, 'CustomErrorResponses'])],
    }
  },
})
