/** HTTP/2 and HTTP/1.1 over TLS, and plain HTTP on the same port: a redirect to HTTPS leads back to where it came from. */
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createTcp, type Server, type Socket } from 'node:net'
import type { Certificate } from '#local/certificates.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import {
  httpOptions,
  listening,
  onClientError,
  onSilence,
  type PlainServerOptions,
  type RunningServer,
  serving,
} from './servers.ts'
import { answerUpgrade } from './web-socket.ts'

export interface SecureServerOptions extends PlainServerOptions {
  readonly certificate: Certificate
}

/** The first byte of a TLS handshake (RFC 8446 §5.1). */
const handshake = 22

type Upgrading = (asked: IncomingMessage, socket: Socket, head: Buffer) => void

const upgrading = (cdn: LocalCdn, isSecure: boolean, onFault: (error: unknown) => void): Upgrading => {
  return (asked, socket, head) => {
    answerUpgrade(cdn, asked, socket, head, isSecure).catch((error) => {
      onFault(error)
      socket.destroy()
    })
  }
}

export function startSecure(cdn: LocalCdn, options: SecureServerOptions): Promise<RunningServer> {
  const { limits, onFault, certificate } = options
  const plain = createHttp(httpOptions(limits), serving(cdn, false, onFault))
  const secure = createSecureServer({
    ...httpOptions(limits),
    ...certificate,
    allowHTTP1: true,
    maxSessionMemory: 10,
    settings: { maxConcurrentStreams: 128 },
  })
  const serve = serving(cdn, true, onFault)
  secure.on('request', (asked, reply) =>
    serve(asked as unknown as IncomingMessage, reply as unknown as ServerResponse),
  )
  secure.on('upgrade', upgrading(cdn, true, onFault))
  secure.on('sessionError', () => {})
  secure.on('tlsClientError', (_, socket) => socket.destroy())
  secure.on('session', (session) => session.setTimeout(limits.idleTime, () => session.close()))
  secure.setTimeout(limits.idleTime)
  secure.on('timeout', onSilence)
  plain.on('upgrade', upgrading(cdn, false, onFault))
  plain.on('clientError', onClientError)
  plain.setTimeout(limits.idleTime, onSilence)

  const sockets = new Set<Socket>()
  const server = createTcp({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const silence = setTimeout(() => socket.destroy(), limits.headTime)
    socket.once('data', (first: Buffer) => {
      clearTimeout(silence)
      socket.pause()
      socket.unshift(first)
      ;(first[0] === handshake ? secure : plain).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
    socket.once('close', () => clearTimeout(silence))
  })
  server.maxConnections = limits.connections
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      for (const socket of sockets) socket.destroy()
    })
  return listening(server as Server, options.port, options.address, close)
}
