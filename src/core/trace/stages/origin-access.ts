import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const accessStage = defineStage({
  id: 'origin-access',
  title: 'Origin access',
  basis: { documented: guide('private-content-restricting-access-to-s3') },
  run(exchange, note) {
    const { originRequest, originResponse } = exchange
    if (!originRequest || originResponse) return
    const { access, kind } = originRequest.origin
    if (access.kind === 'none') return
    const own = originRequest.headers.has('authorization')
    const signs = access.signs === 'always' || (access.signs === 'no-override' && !own)
    if (signs && access.kind === 'oac') {
      originRequest.headers.set('authorization', 'AWS4-HMAC-SHA256 (signed by CloudFront)')
      note?.(
        'CloudFront signs the request with its origin access control; a viewer’s Authorization header is replaced.',
        [access.path],
      )
    } else if (access.kind === 'oac')
      note?.(
        access.signs === 'never'
          ? 'The origin access control signs nothing.'
          : 'The viewer sent Authorization, so the origin access control does not sign.',
        [access.path],
      )
    else note?.('CloudFront signs the request as the origin access identity.', [access.path])
    if (kind !== 's3' || access.grant.read !== 'missing') return
    note?.('The bucket policy in this design grants CloudFront nothing, so the bucket answers 403.', [
      access.grant.path,
    ])
    exchange.originResponse = {
      status: 403,
      headers: HeaderFields.from({ 'content-type': 'application/xml' }),
      body: bodyOf('<Error><Code>AccessDenied</Code></Error>'),
      encodedSize: null,
      from: 'origin',
    }
    exchange.report(originRequest, { status: 403 })
  },
})
