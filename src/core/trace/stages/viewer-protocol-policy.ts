import { HeaderFields } from '#core/http/header-fields.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

/** Methods that may change something keep method and body by a 307, which HTTP/1.0 does not know. */
function redirectStatus({ request, httpVersion }: Exchange): 301 | 307 | 403 {
  if (request.method === 'GET' || request.method === 'HEAD') return 301
  return httpVersion === '1.0' ? 403 : 307
}

export const viewerProtocolPolicy = defineStage({
  id: 'viewer-protocol-policy',
  at: 'row',
  title: 'Viewer protocol policy',
  explained: 'before-origin',
  basis: { documented: guide('using-https-viewers-to-cloudfront') },
  run(exchange, note) {
    const { request, behavior } = exchange
    if (!behavior || request.protocol === 'https') return
    const because = [[...behavior.path, 'ViewerProtocolPolicy']]
    if (behavior.protocolPolicy === 'redirect-to-https') {
      const location = `https://${request.host}${request.path}${request.query === '' ? '' : `?${request.query}`}`
      const status = redirectStatus(exchange)
      if (status === 403) {
        note?.(`${request.method} over HTTP/1.0 is not redirected: CloudFront answers 403.`, because)
        exchange.answer(403, HeaderFields.empty(), 'Error')
        return
      }
      note?.(`HTTP is redirected to ${location} with ${status}; no function runs.`, because)
      exchange.answer(status, HeaderFields.from({ location, 'content-type': 'text/html' }), 'Redirect')
      return
    }
    if (behavior.protocolPolicy === 'https-only') {
      note?.('The behavior takes HTTPS only, so CloudFront answers 403.', because)
      exchange.answer(403, HeaderFields.empty(), 'Error')
      return
    }
    note?.('The behavior takes HTTP and HTTPS.', because)
  },
})
