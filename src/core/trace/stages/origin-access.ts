import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { needsPayloadHash, payloadHash, payloadProblem } from '#core/trace/engine/payload-hash.ts'
import { defineStage, documented, guide, inferred } from '#core/trace/engine/stage.ts'
import type { Note, OriginRequest } from '#core/trace/message/message.ts'

/** The origin refuses by its own access control, so that its script is not asked. */
function refuse(exchange: Exchange, request: OriginRequest, type: string, body: string): void {
  exchange.originResponse = {
    status: 403,
    headers: HeaderFields.from({ 'content-type': type }),
    body: bodyOf(body),
    encodedSize: null,
    from: 'origin',
  }
  exchange.report(request, { status: 403 })
}

const lambdaPage = 'private-content-restricting-access-to-lambda'
const pages: Readonly<Partial<Record<CompiledOrigin['kind'], string>>> = {
  s3: 'private-content-restricting-access-to-s3',
  'lambda-url': lambdaPage,
}
/** Each kind of origin has a page of its own. */
const pageOf = ({ kind }: CompiledOrigin) =>
  documented(pages[kind] ?? 'private-content-restricting-access-to-s3')

/** True where CloudFront signs with an origin access control. */
function sign({ origin, headers }: OriginRequest, note: Note | null): boolean {
  const { access } = origin
  const signs = access.signs === 'always' || (access.signs === 'no-override' && !headers.has('authorization'))
  if (access.kind === 'oai')
    note?.('CloudFront signs the request as the origin access identity.', [access.path])
  else if (signs) {
    headers.set('authorization', 'AWS4-HMAC-SHA256 (signed by CloudFront)')
    note?.(
      'CloudFront signs the request with its origin access control; a viewer’s Authorization header is replaced.',
      [access.path],
      pageOf(origin),
    )
  } else
    note?.(
      access.signs === 'never'
        ? 'The origin access control signs nothing.'
        : 'The viewer sent Authorization, so the origin access control does not sign.',
      [access.path],
      pageOf(origin),
    )
  return signs && access.kind === 'oac'
}

export const accessStage = defineStage({
  id: 'origin-access',
  title: 'Origin access',
  explained: 'before-origin',
  basis: { documented: guide('private-content-restricting-access-to-s3') },
  run(exchange, note) {
    const { originRequest, originResponse } = exchange
    if (!originRequest || originResponse) return
    const { access, kind } = originRequest.origin
    if (access.kind === 'none') return
    const signs = sign(originRequest, note)
    if (kind === 's3' && access.grant.read === 'missing') {
      note?.('The bucket policy in this design grants CloudFront nothing, so the bucket answers 403.', [
        access.grant.path,
      ])
      const body = '<Error><Code>AccessDenied</Code></Error>'
      refuse(exchange, originRequest, 'application/xml', body)
      return
    }
    // What the log tells of a function URL's answer is what came of it.
    if (!signs || exchange.origins.isRecorded || !needsPayloadHash(originRequest)) return
    const sent = exchange.request.headers.first(payloadHash)
    return payloadProblem(originRequest, sent).then((problem) => {
      if (problem === null) return
      note?.(
        `Lambda takes no unsigned payload, and ${problem}: the function URL answers 403 (InvalidSignatureException).`,
        [access.path],
        originRequest.method === 'PUT' || originRequest.method === 'POST'
          ? documented(lambdaPage)
          : inferred('AWS names PUT and POST.', lambdaPage),
      )
      refuse(exchange, originRequest, 'application/json', '{"message":"The request signature is invalid."}')
    })
  },
})
