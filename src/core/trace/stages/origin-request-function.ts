import type { EdgeOrigin, EdgeOutput } from '#core/edge/http-message.ts'
import { bodyOf } from '#core/http/body.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import { inputOf, runFunction } from '#core/trace/engine/edge-run.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import type { OriginRequest } from '#core/trace/message/message.ts'

/** The origin as the event shows it, with the headers that the origin's settings add. */
export const originSeen = (request: OriginRequest): EdgeOrigin => ({
  protocol: request.protocol,
  domainName: request.domainName,
  port: request.port,
  originPath: request.originPath,
  readTimeout: request.readTimeout,
  customHeaders: request.origin.customHeaders,
  authMethod: request.origin.access.kind === 'oai' ? 'origin-access-identity' : 'none',
})

/** The request's headers as the event shows them: the origin's own stand at the origin. */
export function headersSeen(request: OriginRequest): HeaderFields {
  const headers = request.headers.copy()
  for (const [name] of request.origin.customHeaders) headers.delete(name.toLowerCase())
  return headers
}

function applyRequest(
  request: OriginRequest,
  output: EdgeOutput & { kind: 'request' },
  includeBody: boolean,
): void {
  const { uri, querystring, headers, body } = output.request
  request.path = uri
  request.query = querystring
  request.headers = headers.copy()
  if (includeBody) request.body = body
  const { origin } = output
  for (const [name, value] of origin?.customHeaders ?? request.origin.customHeaders)
    request.headers.set(name, value)
  if (!origin) return
  request.domainName = origin.domainName ?? request.domainName
  request.protocol = origin.protocol ?? request.protocol
  request.port = origin.port ?? request.port
  request.originPath = (origin.path ?? request.originPath).replace(/\/+$/, '')
  request.readTimeout = origin.readTimeout ?? request.readTimeout
}

/** The function failed: its error takes the place of the origin's answer, and is not kept. */
function failOver(exchange: Exchange): void {
  const failure = exchange.response
  if (!failure) return
  exchange.originResponse = failure
  exchange.response = null
  exchange.cacheKeyText = null
}

export const originRequestFunction = defineStage({
  id: 'origin-request-function',
  at: 'region',
  title: 'Origin request function',
  explained: 'before-origin',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run(exchange, note) {
    const fn = exchange.behavior?.functions['origin-request']
    const { originRequest: request } = exchange
    if (!fn || !request || exchange.originResponse || exchange.isGrpc) return
    const { method, path, query, body } = request
    const input = inputOf(exchange, 'origin-request', fn, {
      request: { method, uri: path, querystring: query, headers: headersSeen(request), body },
      origin: originSeen(request),
    })
    return runFunction(exchange, fn, input, note).then((output) => {
      failOver(exchange)
      if (output?.kind === 'request') applyRequest(request, output, fn.includeBody)
      if (output?.kind !== 'response') return
      const { status, headers: made, body: text } = output.response
      exchange.originResponse = {
        status,
        headers: made,
        body: bodyOf(text),
        encodedSize: null,
        from: 'origin',
      }
      exchange.resultType = 'LambdaGeneratedResponse'
    })
  },
})
