import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint, sentHeader } from './hint.ts'

export const methodRefused = defineHint({
  id: 'method-refused',
  docs: guide('DownloadDistValuesCacheBehavior'),
  find({ request, result, behavior }) {
    const method = (request.method ?? 'GET').toUpperCase()
    if (behavior.allowedMethods.has(method) || result.status !== 403) return undefined
    const name =
      behavior.index === undefined ? 'the default cache behavior' : `the behavior “${behavior.pattern}”`
    const isPreflight =
      method === 'OPTIONS' && sentHeader(request, 'access-control-request-method') !== undefined
    return {
      text: `The path matched ${name}, and only then was ${method} refused: allowed methods play no part in the choice of a behavior. ${isPreflight ? 'Without OPTIONS every CORS preflight fails, whatever headers a response headers policy would add.' : 'If another behavior was meant to take it, its path pattern does not match, or it stands after this one.'} Allow ${method === 'OPTIONS' ? 'GET, HEAD and OPTIONS, or all methods' : 'all seven methods, the only set that has it'}.`,
      because: [toPointer([...behavior.path, 'AllowedMethods'])],
    }
  },
})
