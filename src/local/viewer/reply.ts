/** Writes an answer to a viewer's connection, as fast as the viewer takes it. */

import type { ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'
import { bare } from '#core/ground/names.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'
import { flowOf } from '#local/bytes/body.ts'
import type { Flow } from '#local/bytes/flow.ts'

export type Reply = ServerResponse | Http2ServerResponse

const isHttp2 = (reply: Reply): reply is Http2ServerResponse => 'stream' in reply

/** Text beyond Latin-1 goes as the bytes of UTF-8, as it came. */
const onTheWire = (value: string): string => {
  for (let at = 0; at < value.length; at += 1)
    if (value.charCodeAt(at) > 255) return Buffer.from(value, 'utf8').toString('latin1')
  return value
}

export function writeHead(reply: Reply, status: number, headers: HeaderFields): void {
  if (isHttp2(reply)) {
    reply.writeHead(status, headers.toRecord() as Record<string, string | string[]>)
    return
  }
  const flat = headers.toFlat()
  for (let at = 1; at < flat.length; at += 2) flat[at] = onTheWire(flat[at] ?? '')
  reply.writeHead(status, flat)
}

/** True where bytes may follow the head at all. */
const takesBody = (status: number, method: string) =>
  method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304

function sendTrailers(reply: Reply, { trailers }: Flow): void {
  if (trailers.length === 0) return
  const fields: Record<string, string> = bare()
  for (let at = 0; at + 1 < trailers.length; at += 2) fields[trailers[at] ?? ''] = trailers[at + 1] ?? ''
  reply.addTrailers(fields)
}

/** Sends a part of a flow: `skip` bytes are passed over, then at most `size` are sent. Calls `done` at the end. */
function pump(reply: Reply, flow: Flow, skip: number, size: number, done: () => void): void {
  let passed = 0
  let left = size
  let isOver = false
  const finish = () => {
    if (isOver) return
    isOver = true
    reader.leave()
    reply.off('drain', more)
    reply.off('close', gone)
    done()
  }
  // The viewer has gone, or its connection broke.
  const gone = () => finish()
  const write = (chunk: Uint8Array): boolean => {
    const from = Math.min(chunk.length, Math.max(0, skip - passed))
    passed += chunk.length
    const piece = from === 0 && chunk.length <= left ? chunk : chunk.subarray(from, from + left)
    left -= piece.length
    return piece.length === 0 || (reply as ServerResponse).write(piece)
  }
  const end = () => {
    if (flow.state === 'broken') reply.destroy()
    else {
      sendTrailers(reply, flow)
      reply.end()
    }
    finish()
  }
  const more = () => {
    if (isOver) return
    while (left > 0) {
      const chunk = reader.take()
      if (chunk === null) break
      if (!write(chunk)) return
    }
    if (left <= 0 || flow.state !== 'flowing') end()
  }
  const reader = flow.read(more)
  reply.on('drain', more)
  reply.once('close', gone)
  more()
}

/** The coding that CloudFront itself put the body into; null where it goes as it came. */
export const madeCoding = ({ encodedSize, headers }: EngineResponse): string | null =>
  encodedSize === null ? null : headers.first('content-encoding')

/**
 * Sends the answer's body after its head; gives the flow that it takes, so that no other one is waited for. A text goes
 * out with the head.
 */
export function sendAnswer(
  reply: Reply,
  method: string,
  response: EngineResponse,
  headers: HeaderFields,
  done: () => void,
): Flow | null {
  const { status, body } = response
  const { content } = body
  const coding = madeCoding(response)
  if (!takesBody(status, method) || (body.size === 0 && body.source === undefined)) {
    writeHead(reply, status, headers)
    reply.end()
    done()
    return null
  }
  if (coding === null && body.source === undefined && content.length > 0) {
    headers.set('content-length', String(body.size))
    writeHead(reply, status, headers)
    ;(reply as ServerResponse).end(content)
    done()
    return null
  }
  const flow = flowOf(body, coding)
  const { whole } = flow
  if (whole !== null && body.start === undefined) {
    writeHead(reply, status, headers)
    sendTrailers(reply, flow)
    ;(reply as ServerResponse).end(whole)
    done()
    return flow
  }
  writeHead(reply, status, headers)
  const isPart = body.start !== undefined
  pump(reply, flow, body.start ?? 0, isPart ? body.size : Number.POSITIVE_INFINITY, done)
  return flow
}
