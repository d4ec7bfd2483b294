import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const errorKept = defineHint({
  id: 'error-kept',
  docs: guide('HTTPStatusCodes'),
  find({ result, distribution }) {
    const isFromCache = result.originRequests.length === 0 && result.resultType === 'Error'
    const [tier] = result.events.filter(({ detail }) => detail.startsWith('A fresh object'))
    if (!isFromCache || !tier) return undefined
    const configured = distribution.errorResponses.get(result.status)
    return {
      text: `This ${result.status} is an old one, from the cache: the origin was not asked, and may be well again. CloudFront keeps errors for ${configured ? `${configured.minTtl} s by the custom error response` : '10 s unless a custom error response for the status says otherwise'}. Set its error caching minimum TTL to 0 while you look for the cause, or invalidate the path.`,
      because: [toPointer(configured?.path ?? [...distribution.path, 'CustomErrorResponses'])],
    }
  },
})
