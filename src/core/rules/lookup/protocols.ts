/** The protocols beside plain HTTP that a behavior is for. */
import type { Behavior } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'

/** Whether a behavior takes gRPC requests: .../DeveloperGuide/distribution-using-grpc.html */
export const isGrpc = (behavior: Behavior): boolean => known(known(behavior.GrpcConfig)?.Enabled) === true

/** Whether a behavior's path reads as one that WebSocket clients connect to; CloudFront has no switch for it. */
export const isWebSocketPath = (behavior: Behavior): boolean =>
  /(^|[/_.-])(wss?|web-?sockets?|socket\.io|sockjs|signalr|cable)([/_.*?-]|$)/i.test(
    known(behavior.PathPattern) ?? '',
  )
