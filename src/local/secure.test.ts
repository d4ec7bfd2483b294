/** Clients of HTTPS, HTTP/2, WebSocket and gRPC, each by a library of its own. */
import { mkdtempSync, statSync } from 'node:fs'
import { type ClientHttp2Session, connect, createServer as createHttp2, type Http2Server } from 'node:http2'
import { get as getHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import {
  ask,
  type LocalRun,
  siteTemplate,
  startLocalRun,
  startOrigin,
  type TestServer,
} from '#fixtures/local-run.ts'
import { authorityIn, certificateFor } from './certificates.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-authority-'))
let web: TestServer
let grpc: Http2Server
let sockets: WebSocketServer
let run: LocalRun
let ca = ''

beforeAll(async () => {
  const authority = await authorityIn(folder, Date.now())
  ca = authority.cert
  const certificate = await certificateFor(
    authority,
    ['localhost', '127.0.0.1', 'www.example.com'],
    Date.now(),
  )
  web = await startOrigin((asked, reply) => {
    reply.setHeader('cache-control', 'max-age=60')
    reply.end(`${asked.method} ${asked.url}`)
  })
  sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(`echo ${data}`)))
  grpc = createHttp2()
  grpc.on('stream', (stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
    stream.on('data', (piece) => stream.write(piece))
    stream.on('end', () => stream.end())
  })
  await new Promise<void>((done) => grpc.listen(0, '127.0.0.1', done))
  const url = (port: number) => ({ kind: 'url', url: new URL(`http://127.0.0.1:${port}`) }) as const
  run = await startLocalRun({
    template: siteTemplate({
      origins: ['web', 'ws', 'rpc'],
      config: 'Aliases: [www.example.com]',
      behaviors: [
        '- { PathPattern: /ws/*, TargetOriginId: ws, ViewerProtocolPolicy: allow-all, CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad, OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3 }',
        '- { PathPattern: /safe/*, TargetOriginId: web, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }',
        '- { PathPattern: /rpc.Service/*, TargetOriginId: rpc, ViewerProtocolPolicy: https-only, GrpcConfig: { Enabled: true }, AllowedMethods: [GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE], CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad, OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3 }',
      ].join('\n          '),
    }),
    origins: {
      web: web.target,
      ws: url((sockets.address() as AddressInfo).port),
      rpc: url((grpc.address() as AddressInfo).port),
    },
    certificate,
  })
})
afterAll(async () => {
  await run?.close()
  await web?.close()
  sockets?.close()
  grpc?.close()
  expect(run.faults).toEqual([])
})

const http2 = async <T>(use: (session: ClientHttp2Session) => Promise<T>): Promise<T> => {
  const session = connect(run.url.replace('http:', 'https:'), { ca })
  try {
    return await use(session)
  } finally {
    session.close()
  }
}

interface Came {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly trailers: Record<string, unknown>
  readonly body: string
}
const sent = (
  session: ClientHttp2Session,
  headers: Record<string, string>,
  pieces: readonly string[] = [],
): Promise<Came> =>
  new Promise((done, failed) => {
    const stream = session.request(headers, { endStream: pieces.length === 0 })
    let came: Omit<Came, 'body'> = { status: 0, headers: {}, trailers: {} }
    let body = ''
    stream.on('response', (fields) => {
      came = { ...came, status: Number(fields[':status']), headers: fields }
    })
    stream.on('trailers', (fields) => {
      came = { ...came, trailers: fields }
    })
    stream.setEncoding('utf8')
    stream.on('data', (piece: string) => {
      body += piece
    })
    stream.on('end', () => done({ ...came, body }))
    stream.on('error', failed)
    for (const piece of pieces) stream.write(piece)
    if (pieces.length > 0) stream.end()
  })

test('the key of the authority can be read by its owner alone, and the authority is made once', async () => {
  expect(statSync(join(folder, 'ca-key.pem')).mode & 0o077).toBe(0)
  const again = await authorityIn(folder, Date.now())
  expect([again.isNew, again.cert]).toEqual([false, ca])
})

test('HTTP/2 over TLS: several requests on one connection, and what it is called at the edge', async () => {
  await http2(async (session) => {
    const [first, second] = [await sent(session, { ':path': '/h2' }), await sent(session, { ':path': '/h2' })]
    expect([first.status, first.body, first.headers['x-cache']]).toEqual([
      200,
      'GET /h2',
      'Miss from cloudfront',
    ])
    expect(second.headers['x-cache']).toBe('Hit from cloudfront')
    expect(String(second.headers['via'])).toMatch(/^2\.0 /)
  })
})

test('HTTP/1.1 over TLS on the same port', async () => {
  const status = await new Promise((done, failed) => {
    getHttps(`${run.url.replace('http:', 'https:')}/h1`, { ca, agent: false }, (answer) => {
      answer.resume()
      done(answer.statusCode)
    }).on('error', failed)
  })
  expect(status).toBe(200)
})

test('plain HTTP on the same port is redirected to where it came from', async () => {
  const { status, headers } = await ask(`${run.url}/safe/x?a=1`)
  expect([status, headers.location]).toEqual([301, `${run.url.replace('http:', 'https:')}/safe/x?a=1`])
})

test('a WebSocket goes through, by TLS and without', async () => {
  for (const url of [run.url.replace('http:', 'wss:'), run.url.replace('http:', 'ws:')]) {
    const socket = new WebSocket(`${url}/ws/chat`, { ca })
    const message = await new Promise((done, failed) => {
      socket.on('open', () => socket.send('hello'))
      socket.on('message', (data) => done(String(data)))
      socket.on('error', failed)
    })
    expect(message).toBe('echo hello')
    socket.close()
  }
})

test('an origin that does not agree answers the handshake as it likes', async () => {
  const socket = new WebSocket(`${run.url.replace('http:', 'ws:')}/live/none`)
  const message = await new Promise((done) => socket.on('error', (error) => done(error.message)))
  expect(message).toBe('Unexpected server response: 200')
})

test('gRPC goes through with its trailers', async () => {
  await http2(async (session) => {
    const came = await sent(
      session,
      { ':method': 'POST', ':path': '/rpc.Service/Echo', 'content-type': 'application/grpc', te: 'trailers' },
      ['one', 'two'],
    )
    expect([came.status, came.body, came.trailers['grpc-status']]).toEqual([200, 'onetwo', '0'])
  })
})
