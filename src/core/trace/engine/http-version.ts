/**
 * The version of HTTP that viewer and distribution agree on: the highest that both speak, and at most 1.1 without TLS.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html#DownloadDistValuesSupportedHTTPVersions
 */
import type { EngineRequest } from '#core/trace/message/message.ts'

export type HttpVersion = '1.0' | '1.1' | '2' | '3'

/** An upgrade can be asked for on HTTP/1.1 only, so a request that does so and names no version came over that. */
const asksForWebSocket = ({ headers }: EngineRequest): boolean =>
  headers.first('upgrade')?.toLowerCase() === 'websocket'

export function negotiatedVersion(
  request: EngineRequest,
  offered: ReadonlySet<string> | undefined,
): HttpVersion {
  const wanted = request.viewer.httpVersion ?? (asksForWebSocket(request) ? '1.1' : '2')
  if (wanted === '1.0' || wanted === '1.1' || request.protocol === 'http')
    return wanted === '1.0' ? '1.0' : '1.1'
  if (offered === undefined || offered.has(wanted)) return wanted
  return wanted === '3' && offered.has('2') ? '2' : '1.1'
}

/** A WebSocket handshake: over HTTP/2 and 3 the Upgrade header is dropped, and it is a GET like any other. */
export const isWebSocketHandshake = (request: EngineRequest, version: HttpVersion): boolean =>
  version === '1.1' && request.method === 'GET' && asksForWebSocket(request)

/** As headers and logs write it. */
export const writtenVersion = (version: HttpVersion): string =>
  version === '2' || version === '3' ? `${version}.0` : version
