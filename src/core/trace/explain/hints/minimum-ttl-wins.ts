import { parseCacheControl } from '#core/http/cache-control.ts'
import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const minimumTtlWins = defineHint({
  id: 'minimum-ttl-wins',
  docs: guide('Expiration'),
  find({ result, behavior }) {
    const { ttl } = behavior
    const field = result.headers['cache-control']
    if (ttl.min === 0 || field === undefined || result.cacheKey === null || result.status >= 400)
      return undefined
    const isKept = result.resultType === 'Hit' || (result.ttl !== null && result.ttl > 0)
    const control = parseCacheControl([field].flat().join(', '))
    if (!isKept || !(control.noStore || control.noCache || control.isPrivate || control.maxAge === 0))
      return undefined
    return {
      text: `The origin says “Cache-Control: ${[field].flat().join(', ')}”, and CloudFront keeps the response all the same for the minimum TTL of ${ttl.min} s, which comes before the origin's headers. Set the minimum TTL to 0 to let the origin decide.`,
      because: [toPointer(ttl.path)],
    }
  },
})
