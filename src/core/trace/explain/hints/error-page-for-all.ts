import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const errorPageForAll = defineHint({
  id: 'error-page-for-all',
  docs: guide('GeneratingCustomErrorResponses'),
  find({ result, behavior }) {
    const event = result.events.find(({ stage }) => stage === 'custom-error-response')
    const [first] = result.originRequests
    const target =
      behavior.target.origins.find(({ id }) => id === first?.origin) ?? behavior.target.origins[0]
    if (!event || !target || target.kind === 's3' || target.kind === 's3-website') return undefined
    const was = first?.status ?? 'an error'
    return {
      text: `“${target.id}” answered ${was}, and the viewer got ${result.status} with the error page instead: custom error responses hold for the whole distribution, APIs included. A client that expects JSON then finds HTML (“Unexpected token <”). Send the app's routes to its page with a function on that behavior, and remove the custom error response.`,
      because: event.because ?? [],
    }
  },
})
