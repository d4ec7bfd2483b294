/** Bodies on their way: at the viewer's pace, bounded, and whatever happens to either side. */
import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, createServer as createTcp, type Server } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Answered,
  ask,
  type LocalRun,
  siteTemplate,
  startLocalRun,
  startOrigin,
  type TestServer,
} from '#fixtures/local-run.ts'

const large = randomBytes(3 * 1024 * 1024)
let web: TestServer
/** An origin that says just these bytes on each connection, and then what it wants. */
let raw: Server
let rawAnswer: (socket: import('node:net').Socket) => void = (socket) => socket.destroy()
let run: LocalRun
/** Ends the answer of `/held`. */
let release = () => {}

beforeAll(async () => {
  web = await startOrigin((asked, reply) => {
    const path = asked.url ?? ''
    if (path.includes('/upload')) {
      const hash = createHash('sha256')
      let size = 0
      asked.on('data', (piece: Buffer) => {
        hash.update(piece)
        size += piece.length
      })
      asked.on('end', () => reply.end(JSON.stringify({ size, sha256: hash.digest('hex') })))
      return
    }
    reply.setHeader('cache-control', 'max-age=60')
    reply.setHeader('content-type', path.includes('.txt') ? 'text/plain' : 'application/octet-stream')
    reply.setHeader('etag', '"1"')
    if (path.includes('/held')) {
      reply.write('first ')
      release = () => reply.end('second')
      return
    }
    if (path.includes('/whole')) {
      reply.setHeader('content-length', large.length)
      reply.end(large)
      return
    }
    if (path.includes('/text')) {
      const text = 'text '.repeat(2000)
      reply.setHeader('content-length', text.length)
      reply.end(text)
      return
    }
    if (path.includes('/chunked')) {
      reply.write(large.subarray(0, 1000))
      reply.end(large.subarray(1000))
    } else reply.end('small')
  })
  raw = createTcp((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => rawAnswer(socket))
  })
  await new Promise<void>((done) => raw.listen(0, '127.0.0.1', done))
  const port = (raw.address() as AddressInfo).port
  run = await startLocalRun({
    template: siteTemplate({
      origins: ['web', 'raw'],
      behaviors:
        '- { PathPattern: /raw/*, TargetOriginId: raw, ViewerProtocolPolicy: allow-all, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }',
    }),
    origins: { web: web.target, raw: { kind: 'url', url: new URL(`http://127.0.0.1:${port}`) } },
    cacheBytes: 8 * 1024 * 1024,
    limits: { headTime: 500, idleTime: 1500 },
  })
})
afterAll(async () => {
  await run?.close()
  await web?.close()
  raw?.close()
  expect(run.faults).toEqual([])
})

const cached = (answer: Answered) => answer.headers['x-cache']

test('large bodies arrive whole, as a miss and as a hit, with a length and without', async () => {
  for (const path of ['/whole?larger-than-a-quarter', '/chunked'])
    for (const _ of [1, 2]) expect((await run.ask(path)).body.equals(large), path).toBe(true)
})

test('an object larger than what the store takes is passed on and not kept', async () => {
  const [first, second] = [await run.ask('/whole/big'), await run.ask('/whole/big')]
  expect([cached(first), cached(second)]).toEqual(['Miss from cloudfront', 'Miss from cloudfront'])
  const [third, fourth] = [await run.ask('/chunked/big'), await run.ask('/chunked/big')]
  expect([cached(third), cached(fourth)]).toEqual(['Miss from cloudfront', 'Miss from cloudfront'])
  expect(run.cdn.store.bytes).toBeLessThan(2 * 1024 * 1024)
})

test('a second viewer reads what is still on its way to the first, which is asked for once', async () => {
  const before = web.count()
  const first = run.ask('/held')
  while (web.count() === before) await new Promise((next) => setImmediate(next))
  const second = run.ask('/held')
  while (run.cdn.stories.list().filter(({ request }) => request.path === '/held').length < 2)
    await new Promise((next) => setImmediate(next))
  release()
  expect((await first).body.toString()).toBe('first second')
  expect((await second).body.toString()).toBe('first second')
  expect([cached(await second), web.count()]).toEqual(['Hit from cloudfront', before + 1])
})

test('a text is compressed on its way, kept so, and told as text', async () => {
  const headers = { 'accept-encoding': 'gzip' }
  for (const state of ['Miss from cloudfront', 'Hit from cloudfront']) {
    const answer = await run.ask('/text.txt', { headers })
    expect([cached(answer), answer.headers['content-encoding'], answer.headers.etag]).toEqual([
      state,
      'gzip',
      'W/"1"',
    ])
    expect(gunzipSync(answer.body).toString()).toBe('text '.repeat(2000))
  }
  expect((await run.explain('/text.txt', { headers })).body).toBe('text '.repeat(2000))
})

test('a range is cut from the whole that is kept', async () => {
  await run.ask('/text.bin')
  const { status, headers, body } = await run.ask('/text.bin', { headers: { range: 'bytes=5-8' } })
  expect([status, headers['content-range'], body.toString()]).toEqual([206, 'bytes 5-8/10000', 'text'])
})

test('what is kept outlasts the ranges that are read of it', async () => {
  // Small enough to have come whole before it is kept.
  const part = async (range: string) => (await run.ask('/small', { headers: { range } })).body.toString()
  expect((await run.ask('/small')).body.toString()).toBe('small')
  expect([await part('bytes=0-1'), await part('bytes=-2'), await part('bytes=1-3')]).toEqual([
    'sm',
    'll',
    'mal',
  ])
  const { headers, body } = await run.ask('/small')
  expect([headers['x-cache'], body.toString()]).toEqual(['Hit from cloudfront', 'small'])
})

test('an upload streams through, with a length and in chunks', async () => {
  const expected = { size: large.length, sha256: createHash('sha256').update(large).digest('hex') }
  const known = await run.ask('/live/upload', { method: 'PUT', body: large })
  expect(JSON.parse(known.body.toString())).toEqual(expected)
  const chunked = await new Promise<string>((done, failed) => {
    const outgoing = request(`${run.url}/live/upload`, { method: 'POST', agent: false }, (answer) => {
      answer.setEncoding('utf8')
      answer.on('data', done)
    })
    outgoing.on('error', failed)
    outgoing.write(large.subarray(0, 10))
    outgoing.end(large.subarray(10))
  })
  expect(JSON.parse(chunked)).toEqual(expected)
})

test('a GET with a body is refused as CloudFront refuses it', async () => {
  expect((await run.ask('/a', { body: 'x' })).status).toBe(403)
})

test('an origin that lies about its length breaks the answer, and nothing of it is kept', async () => {
  rawAnswer = (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: 10\r\n\r\nhalf')
  await expect(run.ask('/raw/short')).rejects.toThrow()
  rawAnswer = (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: 4\r\n\r\nfull')
  const again = await run.ask('/raw/short')
  expect([cached(again), again.body.toString()]).toEqual(['Miss from cloudfront', 'full'])
})

test('an origin that resets, speaks no HTTP or says nothing gets CloudFront’s answers', async () => {
  rawAnswer = (socket) => socket.resetAndDestroy()
  expect((await run.ask('/raw/reset')).status).toBe(502)
  rawAnswer = (socket) => socket.end('what?\r\n\r\n')
  expect((await run.ask('/raw/noise')).status).toBe(502)
  rawAnswer = () => {}
  expect((await run.ask('/raw/silent')).status).toBe(504)
}, 30_000)

test('an origin that nobody listens for is asked as often as configured: 502', async () => {
  const gone = await startOrigin(() => {})
  await gone.close()
  const other = await startLocalRun({ template: siteTemplate(), origins: { web: gone.target } })
  const story = await other.explain('/x')
  expect(story).toMatchObject({ status: 502, detailedResultType: 'OriginConnectError' })
  expect(story.originRequests.map(({ error }) => error)).toEqual([
    'connection-refused',
    'connection-refused',
    'connection-refused',
  ])
  await other.close()
})

test('a viewer that leaves lets the origin stop', async () => {
  let closed = false
  rawAnswer = (socket) => {
    socket.on('close', () => {
      closed = true
    })
    socket.write('HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 100000000\r\n\r\nsome')
  }
  const outgoing = request(`${run.url}/raw/left`, { agent: false }, (answer) =>
    answer.once('data', () => outgoing.destroy()),
  )
  outgoing.on('error', () => {})
  outgoing.end()
  while (!closed) await new Promise((next) => setTimeout(next, 5))
})

/** What a server says to bytes on a connection, until it closes it. */
const say = (text: string): Promise<string> =>
  new Promise((done) => {
    const socket = connect(Number(new URL(run.url).port), '127.0.0.1', () => socket.write(text))
    let came = ''
    socket.on('data', (piece) => {
      came += piece
    })
    socket.on('error', () => {})
    socket.on('close', () => done(came))
  })

test('a head that is slow, too large or none is ended', async () => {
  expect(await say('GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ')).toMatch(/^HTTP\/1\.1 408/)
  expect(await say(`GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(70_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 494/,
  )
  expect(await say('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
}, 30_000)

test('a viewer that stops sending is ended, one that waits for a slow origin is not', async () => {
  const head = 'POST /live/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n'
  expect(await say(`${head}some`)).toBe('')
  rawAnswer = () => {}
  expect(await say('GET /raw/waits HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 504/,
  )
}, 30_000)

test('a head within the server’s bound and beyond CloudFront’s gets CloudFront’s answer', async () => {
  expect((await ask(`${run.url}/x`, { headers: { 'x-a': 'a'.repeat(40_000) } })).status).toBe(494)
})
