/**
 * The admin port. It is on loopback only, and a page in a browser cannot use it: a request with another origin, or for a
 * host that is not this machine, is refused.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LocalCdn } from '#local/local-cdn.ts'
import { closing, listening, type RunningServer } from '#local/viewer/servers.ts'
import { routes, story } from './routes.ts'

/** Bytes of an order. */
const mostInput = 1024 * 1024

async function bodyOf(asked: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of asked) {
    size += (piece as Buffer).length
    if (size > mostInput) return null
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function send(reply: ServerResponse, status: number, value: unknown): void {
  const text = `${JSON.stringify(value)}\n`
  reply.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  reply.end(text)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** A name that leads to this machine by itself; any other may be one that somebody else's DNS points here. */
function isOwn({ headers }: IncomingMessage, port: number): boolean {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  if (!own.includes(headers.host ?? '')) return false
  return headers.origin === undefined || own.some((host) => headers.origin === `http://${host}`)
}

async function handle(
  cdn: LocalCdn,
  asked: IncomingMessage,
  reply: ServerResponse,
  port: number,
): Promise<void> {
  if (!isOwn(asked, port)) return send(reply, 403, { error: 'The admin port answers to this machine only.' })
  const path = (asked.url ?? '/').split('?')[0] ?? '/'
  const one = /^\/requests\/([\w-]+)$/.exec(path)?.[1]
  const route = routes[`${asked.method} ${path}`]
  if (one === undefined && !route) {
    const known = Object.keys(routes).some((name) => name.endsWith(` ${path}`))
    return send(reply, known ? 405 : 404, { error: `There are ${Object.keys(routes).join(', ')}.` })
  }
  const text = await bodyOf(asked)
  const input = text === null ? null : parse(text)
  if (input === null)
    return send(reply, text === null ? 413 : 400, { error: 'The body has to be one JSON object.' })
  const answer = one === undefined ? route?.(cdn, input) : story(cdn, one)
  if (!answer) return
  if (answer.ok) send(reply, 200, answer.value)
  else send(reply, answer.error.status, { error: answer.error.message })
}

export function startAdmin(
  cdn: LocalCdn,
  port: number,
  onFault: (error: unknown) => void,
): Promise<RunningServer> {
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 20_000, headersTimeout: 10_000 })
  server.maxConnections = 100
  server.on('request', (asked, reply) => {
    const { port: own } = server.address() as AddressInfo
    handle(cdn, asked, reply, own).catch((error) => {
      onFault(error)
      if (!reply.headersSent) reply.writeHead(500)
      reply.end()
    })
  })
  return listening(server, port, '127.0.0.1', () => closing(server))
}
