/** An upgrade that a viewer asks for: all stages decide on it, then the two connections are one. */
import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { EngineResponse } from '#core/trace/message/message.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import type { Tunnel } from '#local/origins/origin.ts'
import { serveCall } from '#local/serve.ts'
import { answer, type Read, readRequest } from './exchange.ts'
import { sendAnswer } from './reply.ts'

/** Milliseconds; CloudFront closes a WebSocket after ten minutes of silence. */
const longestSilence = 600_000

function join(viewer: Duplex, { socket: origin, head }: Tunnel, viewerHead: Buffer): void {
  if (head.length > 0) viewer.write(head)
  if (viewerHead.length > 0) origin.write(viewerHead)
  for (const [one, other] of [
    [viewer, origin],
    [origin, viewer],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
    if ('setTimeout' in one) (one as Socket).setTimeout(longestSilence, () => one.destroy())
    one.pipe(other)
  }
}

function headText(status: number, flat: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at + 1 < flat.length; at += 2) lines.push(`${flat[at]}: ${flat[at + 1]}`)
  return `HTTP/1.1 ${status} Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`
}

const isWebSocket = (asked: IncomingMessage) =>
  asked.method === 'GET' && asked.headers.upgrade?.toLowerCase() === 'websocket'

/** An answer of HTTP on a connection that a server has handed over. */
function replyOn(asked: IncomingMessage, socket: Duplex): ServerResponse {
  const reply = new ServerResponse(asked)
  reply.shouldKeepAlive = false
  reply.assignSocket(socket as Socket)
  reply.once('finish', () => socket.end())
  return reply
}

/** The origin's agreement, with what CloudFront adds; the fields that make the upgrade are the connection's own. */
function agree(socket: Duplex, { headers }: EngineResponse, id: string): void {
  const own = headers.copy()
  for (const name of ['connection', 'upgrade']) own.delete(name)
  const flat = ['connection', 'Upgrade', 'upgrade', 'websocket', ...own.toFlat(), 'x-frontage-trace', id]
  socket.write(headText(101, flat))
}

async function openTunnel(
  cdn: LocalCdn,
  { chosen, request }: Read,
  asked: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const id = cdn.nextId()
  const call = { request, upload: null, isTold: cdn.isAttentive, onAnswer: () => {} }
  const served = await serveCall(chosen.site, cdn.origins, cdn.clock.now, call)
  const { tunnel, exchange, recorder } = served
  if (recorder) cdn.tell(id, chosen.site.id, request, served)
  const response = exchange?.response
  if (tunnel !== null && response?.status === 101) {
    agree(socket, response, id)
    join(socket, tunnel, head)
    return
  }
  tunnel?.socket.destroy()
  if (!response) return
  const headers = response.headers.copy().set('x-frontage-trace', id)
  served.dropRest(sendAnswer(replyOn(asked, socket), request.method, response, headers, () => {}))
}

export async function answerUpgrade(
  cdn: LocalCdn,
  asked: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  isSecure: boolean,
): Promise<void> {
  socket.on('error', () => socket.destroy())
  const read = readRequest(cdn, asked, isSecure)
  if (!read.ok || !isWebSocket(asked) || read.value.wantsStory) {
    await answer(cdn, asked, replyOn(asked, socket), isSecure)
    return
  }
  await openTunnel(cdn, read.value, asked, socket, head)
}
