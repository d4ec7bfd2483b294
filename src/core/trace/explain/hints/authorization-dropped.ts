import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint, sentHeader } from './hint.ts'

export const authorizationDropped = defineHint({
  id: 'authorization-dropped',
  docs: guide('add-origin-custom-headers'),
  find({ request, attempt, behavior, origin }) {
    if (sentHeader(request, 'authorization') === undefined || !attempt) return undefined
    if (attempt.headers['authorization'] !== undefined || origin?.access.kind === 'oac') return undefined
    return {
      text: `The viewer sent Authorization, and “${attempt.origin}” did not get it${attempt.status === 401 || attempt.status === 403 ? `, hence the ${attempt.status}` : ''}. CloudFront takes it off unless the cache policy lists it or the origin request policy forwards all viewer headers; an origin request policy cannot list it by name. For an API use CachingDisabled with AllViewerExceptHostHeader.`,
      because: [
        toPointer(behavior.key.path),
        toPointer(behavior.forward.path ?? [...behavior.path, 'OriginRequestPolicyId']),
      ],
    }
  },
})
