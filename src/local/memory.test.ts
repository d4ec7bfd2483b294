/** Large bodies both ways, and many connections: memory stays as it is. */

import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type LocalRun,
  siteTemplate,
  startLocalRun,
  startOrigin,
  type TestServer,
} from '#fixtures/local-run.ts'

const piece = Buffer.alloc(64 * 1024, 'a')
const megabyte = 1024 * 1024
/** Bytes of the large bodies; `LOCAL_BYTES` makes them larger by hand. */
const size = Number(process.env['LOCAL_BYTES'] ?? 192 * megabyte)
const connections = Number(process.env['LOCAL_CONNECTIONS'] ?? 1500)

let web: TestServer
let run: LocalRun
beforeAll(async () => {
  web = await startOrigin((asked, reply) => {
    if (asked.method === 'PUT') {
      let came = 0
      asked.on('data', (chunk: Buffer) => {
        came += chunk.length
      })
      asked.on('end', () => reply.end(String(came)))
      return
    }
    let left = size
    reply.writeHead(200, { 'content-length': size, 'cache-control': 'max-age=60' })
    const more = () => {
      while (left > 0) {
        const chunk = left >= piece.length ? piece : piece.subarray(0, left)
        left -= chunk.length
        if (!reply.write(chunk)) {
          reply.once('drain', more)
          return
        }
      }
      reply.end()
    }
    more()
  })
  run = await startLocalRun({
    template: siteTemplate(),
    origins: { web: web.target },
    cacheBytes: 32 * megabyte,
  })
})
afterAll(async () => {
  await run?.close()
  await web?.close()
  expect(run.faults).toEqual([])
})

/** The most memory of this process, viewer and origin included, while something is done. */
async function most(doing: () => Promise<void>): Promise<number> {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const before = process.memoryUsage().rss
  const timer = setInterval(look, 20)
  await doing()
  clearInterval(timer)
  look()
  return peak - before
}

const download = (path: string): Promise<number> =>
  new Promise((done, failed) => {
    request(`${run.url}${path}`, { agent: false }, (answer) => {
      let came = 0
      answer.on('data', (chunk: Buffer) => {
        came += chunk.length
      })
      answer.on('end', () => done(came))
    })
      .on('error', failed)
      .end()
  })

const upload = (): Promise<string> =>
  new Promise((done, failed) => {
    const outgoing = request(
      `${run.url}/live/up`,
      { method: 'PUT', agent: false, headers: { 'content-length': size } },
      (answer) => {
        answer.setEncoding('utf8')
        answer.on('data', done)
      },
    ).on('error', failed)
    let left = size
    const more = () => {
      while (left > 0) {
        const chunk = left >= piece.length ? piece : piece.subarray(0, left)
        left -= chunk.length
        if (!outgoing.write(chunk)) {
          outgoing.once('drain', more)
          return
        }
      }
      outgoing.end()
    }
    more()
  })

test('a body much larger than the bound goes through both ways, and memory grows by less than a part of it', async () => {
  await download('/warm')
  const down = await most(async () => expect(await download('/large')).toBe(size))
  const up = await most(async () => expect(await upload()).toBe(String(size)))
  expect(down).toBeLessThan(96 * megabyte)
  expect(up).toBeLessThan(96 * megabyte)
}, 300_000)

test('many connections are opened, used and closed, and none is left', async () => {
  const { hostname, port } = new URL(run.url)
  let answered = 0
  const one = async () => {
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write('GET /other HTTP/1.1\r\nHost: elsewhere.example.org\r\nConnection: close\r\n\r\n')
    let text = ''
    for await (const chunk of socket) text += String(chunk)
    if (text.startsWith('HTTP/1.1 403')) answered += 1
  }
  for (let begun = 0; begun < connections; begun += 250)
    await Promise.all(Array.from({ length: Math.min(250, connections - begun) }, one))
  expect(answered).toBe(connections)
  expect((await run.ask('/live/up', { method: 'PUT', body: 'x' })).body.toString()).toBe('1')
}, 300_000)

test('a mixed load under a small bound keeps the store within it', async () => {
  const small = await startOrigin((asked, reply) => {
    reply.setHeader('cache-control', asked.url?.includes('live') ? 'no-store' : 'max-age=60')
    reply.end('x'.repeat(2000))
  })
  const tiny = await startLocalRun({
    template: siteTemplate(),
    origins: { web: small.target },
    cacheBytes: 200_000,
  })
  for (let index = 0; index < 600; index += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, each) =>
        tiny.ask(each % 4 === 0 ? '/live/x' : each % 4 === 1 ? '/hit' : `/object/${index + each}`),
      ),
    )
  expect(tiny.cdn.store.bytes).toBeLessThanOrEqual(200_000)
  expect(tiny.cdn.store.count).toBeGreaterThan(20)
  await tiny.close()
  await small.close()
}, 60_000)
