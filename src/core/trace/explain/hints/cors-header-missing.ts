import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint, sentHeader } from './hint.ts'

export const corsHeaderMissing = defineHint({
  id: 'cors-header-missing',
  docs: guide('header-caching'),
  find({ request, result, behavior, attempt }) {
    const origin = sentHeader(request, 'origin')
    if (origin === undefined || result.headers['access-control-allow-origin'] !== undefined) return undefined
    if (result.status >= 400 || behavior.key.headers.mode === 'all') return undefined
    const isKeyed = behavior.key.headerNames.includes('origin')
    const reachesOrigin = attempt !== undefined && attempt.headers['origin'] !== undefined
    if (isKeyed) return undefined
    const cause = attempt
      ? reachesOrigin
        ? 'The origin was told the Origin and answered without the header; a request without Origin then shares this object all the same, since Origin is not in the cache key.'
        : 'Origin is neither in the cache key nor forwarded, so the origin does not know that it is asked from another site.'
      : 'It was answered from a cache with what a request without Origin had left there, since Origin is not in the cache key.'
    return {
      text: `The browser at ${origin} refuses this response: it has no Access-Control-Allow-Origin. ${cause} Put Origin into the cache key, or let a response headers policy with CORS answer for every object.`,
      because: [
        toPointer(behavior.key.path),
        ...(behavior.forward.path ? [toPointer(behavior.forward.path)] : []),
      ],
    }
  },
})
