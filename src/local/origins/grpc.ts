/** gRPC to an origin: HTTP/2, with or without TLS, both directions open at once, trailers at the end. */
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { bodyFrom } from '#local/bytes/body.ts'
import { Flow } from '#local/bytes/flow.ts'
import { faultOf } from './faults.ts'
import type { OriginCall } from './origin.ts'

const forbidden = /^(?:connection|host|keep-alive|proxy-connection|transfer-encoding|upgrade|te)$/

function headersOf(request: OriginRequest, url: URL, target: string): Record<string, string | string[]> {
  const fields = Object.entries(request.headers.toRecord()).filter(([name]) => !forbidden.test(name))
  return {
    ':method': request.method,
    ':path': target,
    ':scheme': url.protocol.slice(0, -1),
    ':authority': request.headers.first('host') ?? url.host,
    te: 'trailers',
    ...Object.fromEntries(fields),
  } as Record<string, string | string[]>
}

const flat = (headers: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(':') || value === undefined ? [] : [value].flat().flatMap((one) => [name, String(one)]),
  )

async function sendUpload(stream: ClientHttp2Stream, { upload }: OriginCall): Promise<void> {
  if (upload)
    for await (const piece of upload.read()) {
      if (stream.destroyed) return
      if (!stream.write(piece)) await new Promise((next) => stream.once('drain', next).once('close', next))
    }
  stream.end()
}

function answerOf(
  stream: ClientHttp2Stream,
  status: number,
  headers: HeaderFields,
  call: OriginCall,
): OriginAnswer {
  const flow = new Flow(null, {
    pause: () => stream.pause(),
    resume: () => stream.resume(),
    abort: () => stream.close(),
  })
  let trailers: string[] = []
  stream.on('trailers', (fields) => {
    trailers = flat(fields)
  })
  stream.on('data', (chunk: Buffer) => flow.push(chunk))
  stream.once('end', () => flow.end(trailers))
  call.onFlow(flow)
  stream.once('error', () => flow.break())
  stream.once('close', () => flow.break())
  return { status, headers, body: bodyFrom(flow) }
}

export function callGrpc(
  url: URL,
  target: string,
  request: OriginRequest,
  call: OriginCall,
): Promise<OriginAnswer> {
  return new Promise((done) => {
    const session: ClientHttp2Session = connect(url.origin)
    const fail = (error: unknown) => {
      done({ error: faultOf(error) })
      session.destroy()
    }
    session.once('error', fail)
    session.setTimeout(request.readTimeout * 1000, () => fail({ code: 'UND_ERR_HEADERS_TIMEOUT' }))
    const stream = session.request(headersOf(request, url, target))
    stream.once('error', fail)
    stream.once('response', (headers) => {
      session.setTimeout(0)
      const status = Number(headers[':status'] ?? 502)
      done(answerOf(stream, status, HeaderFields.fromFlat(flat(headers)), call))
    })
    stream.once('close', () => session.close())
    sendUpload(stream, call).catch(() => stream.close())
  })
}
