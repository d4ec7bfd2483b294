/** A relay in front of a stand-in: counts what is written, and may answer in its place. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
/** True where it has answered (or will never), so that nothing is passed on or back. */
export type Intervene = (seen: Seen, response: ServerResponse) => boolean | Promise<boolean>

export interface Relay {
  readonly endpoint: string
  readonly seen: Seen[]
  /** Asked before a request is passed on. */
  before: Intervene
  /** Asked once the stand-in has done what was asked, before its answer is passed back. */
  after: Intervene
  readonly stop: () => Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const passes: Intervene = () => false
export const isWrite = ({ method }: Seen): boolean => method !== 'GET'

/** Starts a relay on a free loopback port. */
export async function startRelay(endpoint: string): Promise<Relay> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const { method = 'GET', url: path = '/', headers } = request
    const one = { method, path, headers, body: body.toString('utf8') }
    seen.push(one)
    if (await relay.before(one, response)) return
    const { host: _, connection: __, ...passed } = headers
    const answer = await fetch(endpoint + path, {
      method,
      headers: Object.entries(passed).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
    if (await relay.after(one, response)) return
    const told = ['content-type', 'etag', 'ettag', 'location']
    for (const name of told) {
      const value = answer.headers.get(name)
      if (value !== null) response.setHeader(name, value)
    }
    response.writeHead(answer.status)
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // The server listens, so its address is one of IP.
  const { port } = server.address() as AddressInfo
  const relay: Relay = {
    endpoint: `http://127.0.0.1:${port}`,
    seen,
    before: passes,
    after: passes,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return relay
}
