import { queryParameters } from '#core/http/query-string.ts'
import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint, listed } from './hint.ts'

/** CloudFront's own, which never reach an origin. */
const ofSignatures = new Set(['Expires', 'Policy', 'Signature', 'Key-Pair-Id', 'Hash-Algorithm'])

export const queryDropped = defineHint({
  id: 'query-dropped',
  docs: guide('QueryStringParameters'),
  find({ request, attempt, behavior }) {
    const sent = request.url.split('?').slice(1).join('?').replace(/#.*$/, '')
    if (!attempt || sent === '' || behavior.functions['viewer-request']) return undefined
    const arrived = new Set(queryParameters(attempt.query).map(({ name }) => name))
    const lost = [...new Set(queryParameters(sent).map(({ name }) => name))].filter(
      (name) => !arrived.has(name) && !ofSignatures.has(name),
    )
    if (lost.length === 0) return undefined
    return {
      text: `“${attempt.origin}” does not get the query string ${lost.length === 1 ? 'parameter' : 'parameters'} ${listed(lost)}: neither the cache policy nor an origin request policy takes ${lost.length === 1 ? 'it' : 'them'}. If the answer depends on ${lost.length === 1 ? 'it' : 'them'}, list ${lost.length === 1 ? 'it' : 'them'} in the cache policy; else in an origin request policy.`,
      because: [
        toPointer(behavior.key.path),
        toPointer(behavior.forward.path ?? [...behavior.path, 'OriginRequestPolicyId']),
      ],
    }
  },
})
