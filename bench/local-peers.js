/** What `frontage run` is measured beside, each a process of its own: `node bench/local-peers.js KIND [ORIGIN]`. */
import { createServer, request } from 'node:http'
import { Pool } from 'undici'

const bodies = { '/1k': Buffer.alloc(1024, 'a'), '/100k': Buffer.alloc(100 * 1024, 'a') }
const [, , kind = 'bare', origin = ''] = process.argv

/** The bare server, which is the origin too: what is asked under /miss is not to be kept. */
function bare(asked, reply) {
  const path = asked.url ?? ''
  const body = path.includes('100k') ? bodies['/100k'] : bodies['/1k']
  reply.writeHead(200, [
    'content-type',
    'application/octet-stream',
    'cache-control',
    path.startsWith('/miss') ? 'no-store' : 'max-age=3600',
    'content-length',
    String(body.length),
  ])
  reply.end(body)
}

/** A proxy in the fewest lines, over a pool of undici. */
function overUndici() {
  const pool = new Pool(origin, { connections: 256 })
  return (asked, reply) => {
    pool
      .stream(
        { path: asked.url, method: asked.method, headers: asked.headers, opaque: reply },
        ({ statusCode, headers, opaque }) => {
          opaque.writeHead(statusCode, headers)
          return opaque
        },
      )
      .catch(() => reply.destroy())
  }
}

/** The same over Node's own client. */
function overNode() {
  const { hostname, port } = new URL(origin)
  return (asked, reply) => {
    const outgoing = request(
      { hostname, port, path: asked.url, method: asked.method, headers: asked.headers, agent },
      (answer) => {
        reply.writeHead(answer.statusCode, answer.headers)
        answer.pipe(reply)
      },
    )
    outgoing.on('error', () => reply.destroy())
    asked.pipe(outgoing)
  }
}

import { Agent } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const listener = { bare: () => bare, undici: overUndici, node: overNode }[kind]()
const server = createServer({ keepAliveTimeout: 60_000 }, listener)
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`)
})
