import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const cookieShared = defineHint({
  id: 'cookie-shared',
  docs: guide('Cookies'),
  find({ result, behavior }) {
    if (result.headers['set-cookie'] === undefined || result.cacheKey === null) return undefined
    const isShared = result.resultType === 'Hit' || (result.ttl !== null && result.ttl > 0)
    const isByCookie = Object.keys(result.cacheKey.cookies).length > 0
    if (!isShared || isByCookie) return undefined
    return {
      text: `${result.resultType === 'Hit' ? 'This Set-Cookie came from the cache: it was made for another viewer, who now shares a session with this one.' : `This response sets a cookie and is kept for ${result.ttl} s, so every viewer with the same key gets this cookie.`} Let the origin send Cache-Control: no-store or private with what is personal, use a minimum TTL of 0, or put the session cookie into the cache key.`,
      because: [toPointer(behavior.ttl.path), toPointer(behavior.key.path)],
    }
  },
})
