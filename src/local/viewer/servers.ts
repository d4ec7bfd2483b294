/** The servers that viewers connect to, with bounds on what one of them may take. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Server as AnyServer, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { LocalCdn } from '#local/local-cdn.ts'
import { answer } from './exchange.ts'
import { answerUpgrade } from './web-socket.ts'

export interface ViewerLimits {
  /** Open connections; further ones are closed at once. */
  readonly connections: number
  /** Milliseconds that a request's head may take. */
  readonly headTime: number
  /** Milliseconds of silence after which a connection is closed. */
  readonly idleTime: number
}

export const usualLimits: ViewerLimits = { connections: 20_000, headTime: 30_000, idleTime: 60_000 }

/** More than the engine's own bound, which answers as CloudFront does. */
const mostHeaderBytes = 64 * 1024

export interface RunningServer {
  readonly port: number
  close(): Promise<void>
}

export const httpOptions = ({ headTime }: ViewerLimits) => ({
  maxHeaderSize: mostHeaderBytes,
  headersTimeout: headTime,
  // An upload may take as long as it goes on.
  requestTimeout: 0,
  connectionsCheckingInterval: Math.min(headTime, 5000),
  keepAliveTimeout: 60_000,
  noDelay: true,
})

export function refuse(reply: ServerResponse): void {
  if (!reply.headersSent) reply.writeHead(500, { 'content-type': 'text/plain' })
  reply.end('A fault of ours; the terminal tells it.\n')
}

/** What is being answered on each connection. */
const underWay = new WeakMap<Duplex, { readonly asked: IncomingMessage; readonly reply: ServerResponse }>()

/**
 * A connection was silent for long. It is left alone where it waits for us; a viewer that neither sends nor takes what it
 * has to is ended.
 */
export function onSilence(socket: Duplex): void {
  const current = underWay.get(socket)
  const waits = current?.asked.complete && !current.reply.writableEnded && current.reply.writableLength === 0
  if (!waits) socket.destroy()
}

/** What a server does with requests; a fault of ours is told and ends that request alone. */
export function serving(cdn: LocalCdn, isSecure: boolean, onFault: (error: unknown) => void) {
  return (asked: IncomingMessage, reply: ServerResponse): void => {
    const fail = (error: unknown) => {
      onFault(error)
      refuse(reply)
    }
    if (asked.httpVersionMajor === 1) underWay.set(asked.socket, { asked, reply })
    // The viewer's connection broke: nobody is left to tell it to.
    reply.on('error', ignored)
    try {
      const pending = answer(cdn, asked, reply, isSecure)
      if (pending) pending.catch(fail)
    } catch (error) {
      fail(error)
    }
  }
}
const ignored = () => {}

/** Requests that are no HTTP, or too large for any answer. */
export function onClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '494 Request Header Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nServer: CloudFront\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

export function listening(
  server: AnyServer,
  port: number,
  address: string,
  close: () => Promise<void>,
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => {
      server.off('error', reject)
      resolve({ port: (server.address() as AddressInfo).port, close })
    })
  })
}

export const closing = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

export interface PlainServerOptions {
  readonly port: number
  readonly address: string
  readonly limits: ViewerLimits
  readonly onFault: (error: unknown) => void
}

/** HTTP/1.1 without TLS. */
export function startPlain(cdn: LocalCdn, options: PlainServerOptions): Promise<RunningServer> {
  const { limits, onFault } = options
  const server = createServer(httpOptions(limits), serving(cdn, false, onFault))
  const tunnels = new Set<Socket>()
  server.maxConnections = limits.connections
  server.setTimeout(limits.idleTime, onSilence)
  server.on('clientError', onClientError)
  server.on('upgrade', (asked, socket: Socket, head) => {
    tunnels.add(socket)
    socket.once('close', () => tunnels.delete(socket))
    answerUpgrade(cdn, asked, socket, head, false).catch((error) => {
      onFault(error)
      socket.destroy()
    })
  })
  return listening(server, options.port, options.address, async () => {
    for (const socket of tunnels) socket.destroy()
    await closing(server)
  })
}
