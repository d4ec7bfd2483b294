import { bodyOf } from '#core/http/body.ts'
import { inputOf, runFunction, viewerRequestOf } from '#core/trace/engine/edge-run.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

/** Why no viewer-response function runs, or null. */
function obstacle({ response, errorStatus }: Exchange): string | null {
  if (!response) return 'there is no response'
  if (response.from === 'viewer-request-function') return 'a function on the viewer request answered'
  if (errorStatus > 0) return 'CloudFront serves a custom error page'
  if (response.status >= 400) return `the status is ${response.status}`
  return response.from === 'edge' ? 'CloudFront made the response itself' : null
}

export const viewerResponseFunction = defineStage({
  id: 'viewer-response-function',
  at: 'row',
  title: 'Viewer response function',
  explained: 'after-origin',
  basis: { documented: guide('edge-functions-restrictions') },
  run(exchange, note) {
    const fn = exchange.behavior?.functions['viewer-response']
    const { response } = exchange
    if (!fn || !response) return
    const why = obstacle(exchange)
    if (why !== null) {
      note?.({ is: 'skipped', name: fn.name, why }, [fn.path])
      return
    }
    const { headers, status } = response
    const input = inputOf(exchange, 'viewer-response', fn, {
      request: viewerRequestOf(exchange, fn, 'viewer-response'),
      response: { status, statusDescription: '', headers: headers.copy() },
    })
    return runFunction(exchange, fn, input, note).then((output) => {
      if (output?.kind !== 'response') return
      response.status = output.response.status
      response.headers = output.response.headers
      if (output.response.body !== undefined) response.body = bodyOf(output.response.body)
    })
  },
})
