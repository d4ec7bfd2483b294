import { bodyOf } from '#core/http/body.ts'
import { inputOf, runFunction, viewerRequestOf, withoutGenerated } from '#core/trace/engine/edge-run.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const viewerRequestFunction = defineStage({
  id: 'viewer-request-function',
  at: 'row',
  title: 'Viewer request function',
  explained: 'before-origin',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run(exchange, note) {
    const fn = exchange.behavior?.functions['viewer-request']
    if (!fn) return
    const input = inputOf(exchange, 'viewer-request', fn, {
      request: viewerRequestOf(exchange, fn, 'viewer-request'),
    })
    return runFunction(exchange, fn, input, note).then((output) => {
      if (output?.kind === 'response') {
        const { status, headers, body } = output.response
        exchange.response = {
          status,
          headers,
          body: bodyOf(body),
          encodedSize: null,
          from: 'viewer-request-function',
        }
        exchange.resultType =
          fn.type === 'lambda@edge' ? 'LambdaGeneratedResponse' : 'FunctionGeneratedResponse'
        exchange.detailedResultType = exchange.resultType
        exchange.servedBy = 'function'
        return
      }
      if (output?.kind !== 'request') return
      const { request } = exchange
      request.path = output.request.uri
      request.query = output.request.querystring
      request.headers = withoutGenerated(exchange, output.request.headers.copy())
      request.headers.delete('host')
      if (fn.includeBody) request.body = output.request.body
    })
  },
})
