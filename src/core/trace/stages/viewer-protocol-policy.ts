import { HeaderFields } from '#core/http/header-fields.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const viewerProtocolPolicy = defineStage({
  id: 'viewer-protocol-policy',
  title: 'Viewer protocol policy',
  basis: { documented: guide('using-https-viewers-to-cloudfront') },
  run(exchange, note) {
    const { request, behavior } = exchange
    if (!behavior || request.protocol === 'https') return
    const because = [[...behavior.path, 'ViewerProtocolPolicy']]
    if (behavior.protocolPolicy === 'redirect-to-https') {
      const location = `https://${request.host}${request.path}${request.query === '' ? '' : `?${request.query}`}`
      note?.(`HTTP is redirected to ${location}; no function runs.`, because)
      exchange.answer(301, HeaderFields.from({ location, 'content-type': 'text/html' }), 'Redirect')
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
