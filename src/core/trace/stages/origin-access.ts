import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { needsPayloadHash, payloadHash, payloadProblem } from '#core/trace/engine/payload-hash.ts'
import { defineStage, documented, guide, inferred } from '#core/trace/engine/stage.ts'
import type { Note, OriginRequest } from '#core/trace/message/message.ts'

/** The origin refuses by its own access control, so that its script is not asked. */
function refuse(
  exchange: Exchange,
  request: OriginRequest,
  [type, body]: readonly [type: string, body: string],
): void {
  exchange.originResponse = {
    status: 403,
    headers: HeaderFields.from({ 'content-type': type }),
    body: bodyOf(body),
    encodedSize: null,
    from: 'origin',
  }
  exchange.report(request, { status: 403 })
}

/** How origins word a 403 of their own. */
const refusals = {
  s3: ['application/xml', '<Error><Code>AccessDenied</Code></Error>'],
  'lambda-url': ['application/json', '{"Message":"Forbidden"}'],
} as const satisfies Partial<Record<CompiledOrigin['kind'], readonly [type: string, body: string]>>

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
        ? origin.kind === 'vpc'
          ? 'CloudFront does not sign for a VPC origin, so its origin access control does nothing.'
          : 'The origin access control signs nothing.'
        : 'The viewer sent Authorization, so the origin access control does not sign.',
      [access.path],
      pageOf(origin),
    )
  return signs && access.kind === 'oac'
}

export const accessStage = defineStage({
  id: 'origin-access',
  at: 'origin',
  title: 'Origin access',
  explained: 'before-origin',
  basis: { documented: guide('private-content-restricting-access-to-s3') },
  run(exchange, note) {
    const { originRequest, originResponse } = exchange
    if (!originRequest || originResponse) return
    const { access, kind } = originRequest.origin
    if (access.kind === 'none' && access.refusal === null) return
    const signs = access.kind !== 'none' && sign(originRequest, note)
    if (kind === 's3' && access.grant.read === 'missing') {
      note?.('The bucket policy in this design grants CloudFront nothing, so the bucket answers 403.', [
        access.grant.path,
      ])
      refuse(exchange, originRequest, refusals.s3)
      return
    }
    if (access.refusal !== null && !exchange.origins.isRecorded) {
      note?.(`The origin answers 403: ${access.refusal.why}.`, [access.refusal.path])
      refuse(exchange, originRequest, refusals[kind === 'lambda-url' ? kind : 's3'])
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
      refuse(exchange, originRequest, ['application/json', '{"message":"The request signature is invalid."}'])
    })
  },
})
