import { HeaderFields } from '#core/http/header-fields.ts'
import { defineStage, documented, guide, observed } from '#core/trace/engine/stage.ts'

export const allowedMethods = defineStage({
  id: 'allowed-methods',
  at: 'row',
  title: 'Allowed methods',
  explained: 'before-origin',
  basis: { documented: guide('DownloadDistValuesCacheBehavior') },
  run(exchange, note) {
    const { behavior, request } = exchange
    if (!behavior) return
    const because = note ? [[...behavior.path, 'AllowedMethods']] : []
    if (!behavior.allowedMethods.has(request.method)) {
      note?.(
        `The behavior allows ${[...behavior.allowedMethods].join(', ')}, so ${request.method} is answered 403. Methods have no part in choosing the behavior.`,
        because,
      )
      exchange.answer(403, HeaderFields.empty(), 'InvalidRequestMethod')
      return
    }
    if (request.headers.first('upgrade')?.toLowerCase() === 'websocket')
      note?.(
        exchange.isWebSocket
          ? 'A WebSocket upgrade: any behavior that allows GET passes it on.'
          : `WebSocket works over HTTP/1.1 only; over HTTP/${exchange.httpVersion} the Upgrade header is dropped, and this is a ${request.method} like any other.`,
        because,
        exchange.isWebSocket
          ? documented('distribution-working-with.websockets')
          : observed('Upgrades over HTTP/2 were seen refused.', 'distribution-working-with.websockets'),
      )
    if (request.headers.first('content-type')?.startsWith('application/grpc') && !behavior.grpc) {
      note?.('gRPC is not enabled on the behavior: the request is passed on as plain HTTP.', [
        [...behavior.path, 'GrpcConfig'],
      ])
    }
  },
})
