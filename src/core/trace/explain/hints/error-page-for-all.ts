import { guide } from '#core/trace/engine/stage.ts'
import { eventAt } from '#core/trace/explain/events.ts'
import { defineHint } from './hint.ts'

export const errorPageForAll = defineHint({
  id: 'error-page-for-all',
  docs: guide('GeneratingCustomErrorResponses'),
  find({ result, behavior }) {
    const event = eventAt(result, 'custom-error-response')
    const [first] = result.originRequests
    const target =
      behavior.target.origins.find(({ id }) => id === first?.origin) ?? behavior.target.origins[0]
    if (!event || !target || target.kind === 's3' || target.kind === 's3-website') return undefined
    const refused = result.originRequests.find(({ status = 599 }) => status >= 400)
    const who = refused
      ? `“${refused.origin}” answered ${refused.status ?? 'nothing'}`
      : event.detail.includes('is kept together with')
        ? 'An error from the cache was the answer'
        : 'CloudFront itself refused the request'
    return {
      text: `${who}, and the viewer got ${result.status} with the error page instead: custom error responses hold for the whole distribution, APIs included. A client that expects JSON then finds HTML (“Unexpected token <”). Send the app's routes to its page with a function on that behavior, and remove the custom error response.`,
      because: event.because ?? [],
    }
  },
})
