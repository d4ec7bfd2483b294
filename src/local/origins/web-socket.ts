/** The origin's side of a WebSocket: the handshake as CloudFront sends it, then the bare connection. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { bodyFrom } from '#local/bytes/body.ts'
import { Flow } from '#local/bytes/flow.ts'
import { faultOf } from './faults.ts'
import type { OriginCall } from './origin.ts'

export function openWebSocket(
  url: URL,
  target: string,
  request: OriginRequest,
  call: OriginCall,
): Promise<OriginAnswer> {
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  const { host: _, ...headers } = request.headers.toRecord()
  const outgoing = open({
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    method: request.method,
    path: target,
    headers: { ...headers, host: request.headers.first('host') ?? url.host } as Record<
      string,
      string | string[]
    >,
    timeout: request.readTimeout * 1000,
    agent: false,
  })
  return new Promise((done) => {
    outgoing.once('upgrade', (answer, socket, head) => {
      socket.setTimeout(0)
      call.onUpgrade?.({ socket, head })
      done({ status: 101, headers: HeaderFields.fromFlat(answer.rawHeaders), body: noBody })
    })
    outgoing.once('response', (answer) => {
      const flow = new Flow(null, {
        pause: () => answer.pause(),
        resume: () => answer.resume(),
        abort: () => answer.destroy(),
      })
      answer.on('data', (chunk: Buffer) => flow.push(chunk))
      answer.once('end', () => flow.end())
      answer.once('error', () => flow.break())
      call.onFlow(flow)
      done({
        status: answer.statusCode ?? 502,
        headers: HeaderFields.fromFlat(answer.rawHeaders),
        body: bodyFrom(flow),
      })
    })
    outgoing.once('timeout', () => {
      outgoing.destroy()
      done({ error: 'response-timeout' })
    })
    outgoing.once('error', (error) => done({ error: faultOf(error) }))
    outgoing.end()
  })
}
