import * as fc from 'fast-check'
import CachePolicy from 'http-cache-semantics'
import { expect, test } from 'vitest'
import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { distribution } from '#fixtures/build.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { type CacheResponse, createCache, type HeaderPairs } from './shared-cache.ts'
import { createSimulation } from './simulation.ts'

const start = Date.UTC(2026, 0, 1)
const url = 'https://www.example.com/a?x=1'

/** A cache with a clock to move and an origin that counts. */
function world(answer: () => CacheResponse) {
  const state = { now: start, asked: [] as HeaderPairs[] }
  const cache = createCache({ now: () => state.now })
  const get = (headers: HeaderPairs = [], more: { method?: string; url?: string } = {}) =>
    cache({ method: 'GET', url, headers, ...more }, (request) => {
      state.asked.push(request.headers)
      return answer()
    })
  return { state, get }
}
const ok =
  (headers: HeaderPairs, body = 'x'): (() => CacheResponse) =>
  () => ({ status: 200, headers, body })
const header = (response: CacheResponse, name: string) =>
  response.headers.find(([other]) => other === name)?.[1]

/** What CloudFront documents and RFC 9111 has otherwise; the oracle is held to the rest. */
const documentedDifferences: readonly {
  readonly why: string
  readonly applies: (exchange: Generated) => boolean
}[] = [
  {
    why: 'a viewer’s Cache-Control never bypasses the cache',
    applies: ({ request }) => 'cache-control' in request,
  },
  {
    why: 'must-revalidate and proxy-revalidate forbid what is stale (RFC 9111 §5.2.2.2, §5.2.2.8); the oracle never reuses',
    applies: ({ control }) => /(must|proxy)-revalidate/.test(control),
  },
  { why: 'the maximum TTL is a year', applies: ({ control }) => /\d{9}/.test(control) },
]

interface Generated {
  readonly request: Readonly<Record<string, string>>
  readonly control: string
  readonly expires: number | undefined
  readonly age: number | undefined
  readonly status: number
  readonly wait: number
}

const seconds = fc.integer({ min: 0, max: 200 })
const directives = fc.array(
  fc.oneof(
    seconds.map((value) => `max-age=${value}`),
    seconds.map((value) => `s-maxage=${value}`),
    fc.constantFrom(
      'no-cache',
      'no-store',
      'private',
      'public',
      'must-revalidate',
      'proxy-revalidate',
      'no-transform',
    ),
  ),
  { maxLength: 3 },
)
const exchanges: fc.Arbitrary<Generated> = fc.record({
  request: fc.constantFrom(
    {},
    { 'cache-control': 'no-cache' },
    { 'cache-control': 'max-age=0' },
    { authorization: 'Basic x' },
  ),
  control: directives.map((list) =>
    [...new Map(list.map((item) => [item.split('=')[0], item])).values()].join(', '),
  ),
  expires: fc.option(fc.integer({ min: -50, max: 200 }), { nil: undefined }),
  age: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
  status: fc.constantFrom(200, 203, 204, 301, 404, 410),
  wait: fc.integer({ min: 1, max: 250 }),
})

test('reuse without asking agrees with http-cache-semantics but for the documented differences', async () => {
  await fc.assert(
    fc.asyncProperty(exchanges, async (exchange) => {
      if (documentedDifferences.some(({ applies }) => applies(exchange))) return
      const date = new Date(start).toUTCString()
      const headers: Record<string, string> = { date }
      if (exchange.control !== '') headers['cache-control'] = exchange.control
      if (exchange.expires !== undefined)
        headers['expires'] = new Date(start + exchange.expires * 1000).toUTCString()
      if (exchange.age !== undefined) headers['age'] = String(exchange.age)
      const { state, get } = world(() => ({
        status: exchange.status,
        headers: Object.entries(headers),
        body: 'x',
      }))
      const request = { url: '/a', method: 'GET', headers: { host: 'www.example.com', ...exchange.request } }
      class At extends CachePolicy {
        now() {
          return state.now
        }
      }
      const policy = new At(
        request,
        { status: exchange.status, headers },
        { shared: true, cacheHeuristic: 0 },
      )
      await get(Object.entries(exchange.request))
      state.now += exchange.wait * 1000
      const reuses = policy.storable() && policy.satisfiesWithoutRevalidation(request)
      await get(Object.entries(exchange.request))
      expect(state.asked.length).toBe(reuses ? 1 : 2)
    }),
    { numRuns: randomRuns(2500) },
  )
})

test('a viewer’s no-cache is answered from the cache all the same', async () => {
  const { state, get } = world(ok([['Cache-Control', 'max-age=60']]))
  await get()
  const second = await get([['Cache-Control', 'no-cache']])
  expect(header(second, 'x-cache')).toBe('Hit from cloudfront')
  expect(state.asked).toHaveLength(1)
})

test('a response is reused only for the request fields that it varies by', async () => {
  const { state, get } = world(
    ok([
      ['Cache-Control', 'max-age=60'],
      ['Vary', 'X-A'],
    ]),
  )
  await get([['X-A', '1']])
  await get([['X-A', '2']])
  await get([['x-a', '1']])
  await get([['X-A', '2']])
  expect(state.asked).toHaveLength(2)
})

test('an unsafe method that succeeds removes what is stored for its URL', async () => {
  const { state, get } = world(ok([['Cache-Control', 'max-age=60']]))
  await get()
  await get([], { method: 'POST' })
  await get()
  expect(state.asked).toHaveLength(3)
})

test('a 304 refreshes the stored headers and serves the stored body', async () => {
  let count = 0
  const { state, get } = world(() => {
    count += 1
    return count === 1
      ? {
          status: 200,
          headers: [
            ['Cache-Control', 'max-age=1'],
            ['ETag', '"1"'],
            ['X-A', 'old'],
          ],
          body: 'body',
        }
      : {
          status: 304,
          headers: [
            ['Cache-Control', 'max-age=60'],
            ['ETag', '"1"'],
            ['X-A', 'new'],
          ],
          body: null,
        }
  })
  await get()
  state.now += 2000
  const refreshed = await get()
  expect(refreshed).toMatchObject({ status: 200, body: 'body' })
  expect(header(refreshed, 'x-a')).toBe('new')
  expect(header(refreshed, 'x-cache')).toBe('RefreshHit from cloudfront')
  state.now += 59_000
  await get()
  expect(state.asked).toHaveLength(2)
})

test('a dropped connection is a 502, or the expired object where there is one', async () => {
  let fails = true
  const { state, get } = world(() => {
    if (fails) throw new Error('dropped')
    return { status: 200, headers: [['Cache-Control', 'max-age=1']], body: 'old' }
  })
  expect((await get()).status).toBe(502)
  fails = false
  await get([], { url: `${url}&b` })
  state.now += 5000
  fails = true
  expect(await get([], { url: `${url}&b` })).toMatchObject({ status: 200, body: 'old' })
})

test('an object with s-maxage never stands in for a failing origin', async () => {
  let fails = false
  const { state, get } = world(() => {
    if (fails) throw new Error('dropped')
    return { status: 200, headers: [['Cache-Control', 's-maxage=1']], body: 'old' }
  })
  await get()
  state.now += 5000
  fails = true
  expect((await get()).status).toBe(502)
})

test('simultaneous requests for one object ask the origin once, unless cookies are forwarded', async () => {
  const headers = HeaderFields.from({ 'Cache-Control': 'max-age=60' })
  const origins = { send: async () => ({ status: 200, headers, body: bodyOf('x') }) }
  const simulation = createSimulation({ document: distribution(), origins })
  const answers = await Promise.all([1, 2, 3].map(() => simulation.request({ url: '/a' })))
  expect(answers.map(({ resultType }) => resultType)).toEqual(['Miss', 'Hit', 'Hit'])
  const { state, get } = world(ok([['Cache-Control', 'max-age=60']]))
  await Promise.all([get(), get()])
  expect(state.asked).toHaveLength(2)
})

test('binary bodies pass unharmed', async () => {
  const bytes = new Uint8Array([0, 255, 128, 10])
  const { get } = world(() => ({ status: 200, headers: [['Cache-Control', 'max-age=60']], body: bytes }))
  await get()
  expect((await get()).body).toEqual(bytes)
})

test('as a distribution the cache answers under any host, and Vary makes no difference', async () => {
  let asked = 0
  const cache = createCache({ now: () => start, reading: 'distribution' })
  const get = (color: string) =>
    cache({ method: 'GET', url: 'http://127.0.0.1:8080/a', headers: [['x-color', color]] }, (request) => {
      asked += 1
      expect(request.url).toBe('http://127.0.0.1:8080/a')
      return {
        status: 200,
        headers: [
          ['Cache-Control', 'max-age=60'],
          ['Vary', 'X-Color'],
        ],
        body: color,
      }
    })
  await get('red')
  expect([(await get('blue')).body, asked]).toEqual(['red', 1])
})

test('a status that the plain cache does not know is kept out by must-understand', async () => {
  const { state, get } = world(() => ({
    status: 599,
    headers: [['Cache-Control', 'max-age=60, must-understand']],
    body: 'x',
  }))
  await get()
  await get()
  expect(state.asked.length).toBe(2)
})
