import { cookiePairs } from '#core/http/cookies.ts'
import { filterQuery } from '#core/http/query-string.ts'
import type { CompiledBehavior, CompiledOrigin } from '#core/trace/compile/compiled.ts'
import { applyCertificateCalls } from '#core/trace/engine/certificate-calls.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import {
  addConditions,
  addOwnHeaders,
  sendsCookie,
  viewerHeaders,
} from '#core/trace/engine/origin-headers.ts'
import { defineStage, guide, inferred, observed } from '#core/trace/engine/stage.ts'
import type { Note, OriginRequest } from '#core/trace/message/message.ts'

function protocolFor(origin: CompiledOrigin, exchange: Exchange): 'http' | 'https' {
  if (origin.kind === 's3')
    return exchange.request.protocol === 'https' || origin.access.signs === 'always' ? 'https' : 'http'
  if (origin.protocolPolicy === 'match-viewer') return exchange.request.protocol
  return origin.protocolPolicy === 'https-only' ? 'https' : 'http'
}

/** What of a query string goes to the origin. */
export function sentQuery(query: string, { key, forward }: CompiledBehavior): string {
  if (key.query.mode === 'all' || forward.query.mode === 'all') return query
  return filterQuery(query, (name) => key.query.takes(name) || forward.query.takes(name))
}

function buildOriginRequest(
  exchange: Exchange,
  behavior: CompiledBehavior,
  origin: CompiledOrigin,
  note: Note | null,
): OriginRequest {
  const { request } = exchange
  const headers = viewerHeaders(exchange, behavior)
  addOwnHeaders(headers, exchange, behavior, origin)
  addConditions(headers, exchange)
  for (const [name, value] of origin.customHeaders) headers.set(name, value)
  applyCertificateCalls(headers, exchange.certificateCalls, note)
  const protocol = protocolFor(origin, exchange)
  return {
    origin,
    method: request.method,
    protocol,
    domainName: origin.domainName,
    port: protocol === 'https' ? origin.httpsPort : origin.httpPort,
    originPath: origin.originPath,
    path: request.path,
    query: sentQuery(request.query, behavior),
    headers,
    body: request.body,
    readTimeout: origin.readTimeout,
  }
}

export const originRequest = defineStage({
  id: 'origin-request',
  at: 'region',
  title: 'Origin request',
  explained: 'never',
  basis: { documented: guide('RequestAndResponseBehaviorCustomOrigin') },
  run(exchange, note) {
    const { behavior } = exchange
    const origin = exchange.target?.origins[exchange.originIndex]
    exchange.originRequest = null
    exchange.originResponse = null
    exchange.originFault = null
    if (!behavior || !origin) {
      note?.(
        `The behavior targets “${exchange.target?.id ?? ''}”, and there is no such origin; CloudFront would refuse the configuration. Answered 502.`,
        [[...(behavior?.path ?? []), 'TargetOriginId']],
      )
      exchange.originFault = 'dns'
      return
    }
    const request = buildOriginRequest(exchange, behavior, origin, note)
    exchange.originRequest = request
    if (!note) return
    const sent = new Set(request.headers.names())
    const dropped = [
      ...exchange.request.headers.names().filter((name) => name !== 'cookie' && !sent.has(name)),
      ...cookiePairs(exchange.request.headers.all('cookie'))
        .filter(({ name }) => !sendsCookie(behavior, name))
        .map(({ name }) => `cookie ${name}`),
    ]
    const address = `${request.protocol}://${request.domainName}${request.originPath}${request.path}`
    note(
      `${request.method} ${address}${request.query === '' ? '' : `?${request.query}`} for origin “${origin.id}”, Host ${request.headers.first('host')}.${
        dropped.length > 0
          ? ` Not sent on, since neither the key nor an origin request policy names them: ${dropped.join(', ')}.`
          : ''
      }${origin.isHostKnown ? '' : ' The host is a stand-in: only the deployment knows it.'}`,
      [origin.path, behavior.key.path, behavior.forward.path],
    )
    if (origin.addresses === 'ipv6')
      note(
        `“${origin.id}” is asked over IPv6 only: where ${request.domainName} has no AAAA record, CloudFront finds no address and answers 502.`,
        [[...origin.path, 'CustomOriginConfig', 'IpAddressType']],
        inferred('AWS does not name the status.', 'DownloadDistValuesOrigin'),
      )
    if (exchange.isWebSocket && !sent.has('sec-websocket-key'))
      note(
        'Sec-WebSocket-Key and Sec-WebSocket-Version do not reach the origin, so it will refuse the WebSocket handshake: an origin request policy has to forward them (AllViewer, or by name).',
        [behavior.forward.path ?? [...behavior.path, 'OriginRequestPolicyId']],
        observed(
          'Public projects saw the handshake fail without them.',
          'distribution-working-with.websockets',
        ),
      )
  },
})
