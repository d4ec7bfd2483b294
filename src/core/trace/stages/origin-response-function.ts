import { bodyOf } from '#core/http/body.ts'
import { inputOf, runFunction } from '#core/trace/engine/edge-run.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import { headersSeen, originSeen } from './origin-request-function.ts'

export const originResponseFunction = defineStage({
  id: 'origin-response-function',
  at: 'region',
  title: 'Origin response function',
  explained: 'after-origin',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run(exchange, note) {
    const fn = exchange.behavior?.functions['origin-response']
    const { originRequest: request, originResponse: response } = exchange
    if (!fn || !request || response?.from !== 'origin' || exchange.isGrpc) return
    const { method, path, query, body } = request
    const input = inputOf(exchange, 'origin-response', fn, {
      request: { method, uri: path, querystring: query, headers: headersSeen(request), body },
      response: { status: response.status, statusDescription: '', headers: response.headers.copy() },
      origin: originSeen(request),
    })
    return runFunction(exchange, fn, input, note).then((output) => {
      if (exchange.response) {
        exchange.originResponse = exchange.response
        exchange.response = null
        exchange.cacheKeyText = null
        return
      }
      if (output?.kind !== 'response') return
      response.status = output.response.status
      response.headers = output.response.headers
      if (output.response.body === undefined) return
      response.body = bodyOf(output.response.body)
      if (response.headers.has('content-length'))
        response.headers.set('content-length', String(response.body.size))
    })
  },
})
