/** What answers in an origin's place on this machine. */
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { Flow } from '#local/bytes/flow.ts'
import type { Upload } from '#local/bytes/upload.ts'

/** What an origin needs of the viewer's request besides what CloudFront sends. */
export interface OriginCall {
  /** The viewer's own bytes; null where it sends none. */
  readonly upload: Upload | null
  /** The text by which the engine knows the upload: another one in an origin request is a function's. */
  readonly uploadText: string
  /** Told of each body that an origin begins to send. */
  readonly onFlow: (flow: Flow) => void
  /** Takes the connection of a WebSocket that the origin agreed to; null where the viewer asks for none. */
  readonly onUpgrade: ((tunnel: Tunnel) => void) | null
  /** The call is one of gRPC, which goes over HTTP/2. */
  readonly isGrpc: boolean
  /** Milliseconds of the simulated clock. */
  readonly now: number
}

/** The origin's side of a WebSocket, with what it sent along with its handshake. */
export interface Tunnel {
  readonly socket: import('node:stream').Duplex
  readonly head: Buffer
}

export interface LocalOrigin {
  send(request: OriginRequest, call: OriginCall): OriginAnswer | Promise<OriginAnswer>
  close(): void
}

/** What goes to the origin as the body: the viewer's bytes, what a function put in their place, or nothing. */
export function bodyToSend(
  request: OriginRequest,
  { upload, uploadText }: OriginCall,
): Upload | string | null {
  if (request.body !== uploadText) return request.body
  return upload
}
