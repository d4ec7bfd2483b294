import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { OriginRule, RequestResult, Scenario, ScenarioStep } from '#core/model/scenario.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import type { OriginPort } from './exchange.ts'
import { createSimulation } from './simulation.ts'

const keyed: DesignDocument = distribution(
  { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Keyed' } }) },
  {
    Keyed: {
      type: 'CachePolicy',
      config: {
        MinTTL: 0,
        DefaultTTL: 60,
        MaxTTL: 1000,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingGzip: false,
          EnableAcceptEncodingBrotli: false,
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['q'] },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-Tenant'] },
          CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['session'] },
        },
      },
    },
  },
)

const path = fc.constantFrom('/a', '/a/b', '/ab', '/a/b/c.jpg')
const request = fc.record({
  url: fc.tuple(path, fc.constantFrom('', '?q=1', '?q=2', '?other=1')).map(([name, query]) => name + query),
  headers: fc.record(
    {
      'X-Tenant': fc.constantFrom('one', 'two'),
      Cookie: fc.constantFrom('session=1', 'session=2; x=1', 'x=2'),
    },
    { requiredKeys: [] },
  ),
  viewer: fc.record({ pop: fc.constantFrom('FRA56', 'FRA50', 'NRT57') }),
})
const control = fc.constantFrom('max-age=5', 'max-age=50', 'no-cache', 'no-store', 's-maxage=20', 'max-age=0')
const step: fc.Arbitrary<ScenarioStep> = fc.oneof(
  { weight: 4, arbitrary: request.map((made) => ({ request: made })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 }).map((advance) => ({ advance })) },
  { weight: 1, arbitrary: fc.constantFrom('/a', '/a/*', '/*').map((item) => ({ invalidate: [item] })) },
  { weight: 1, arbitrary: fc.constant({ evict: { tier: 'edge', pop: 'FRA56' } }) },
)
const rule = fc.record({ control, etag: fc.boolean(), status: fc.constantFrom(200, 200, 404, 500) }).map(
  (made): OriginRule => ({
    response: {
      status: made.status,
      headers: { 'Cache-Control': made.control, ...(made.etag && { ETag: '"1"' }) },
      body: 'body',
    },
    times: 2,
  }),
)

test('the same scenario always gives the same trace', async () => {
  const scenario: fc.Arbitrary<Scenario> = fc.record({
    name: fc.constant('any'),
    origins: fc.array(rule, { maxLength: 4 }).map((rules) => ({ web: rules })),
    steps: fc.array(step, { maxLength: 8 }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async (made) => {
      expect(await runScenario(keyed, made)).toEqual(await runScenario(keyed, made))
    }),
    { numRuns: randomRuns(1000) },
  )
})

/** An origin that tells in its body what it was sent of the key. */
const mirror: OriginPort = {
  send: ({ path: sent, query, headers }) => ({
    status: 200,
    headers: HeaderFields.from({ 'cache-control': 'max-age=30', etag: `"${sent}"`, 'x-origin': 'yes' }),
    body: bodyOf([sent, query, headers.first('x-tenant'), headers.first('cookie')].join('|')),
  }),
}
const seen = ({
  url,
  headers,
}: {
  url: string
  headers: { 'X-Tenant'?: string; Cookie?: string }
}): string => {
  const [name, query = ''] = url.split('?')
  const session = headers.Cookie?.split('; ').find((pair) => pair.startsWith('session=')) ?? ''
  return [name, query.startsWith('q=') ? query : '', headers['X-Tenant'], session].join('|')
}

test('a request never gets an object of another key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 6 }), async (requests) => {
      const simulation = createSimulation({ document: keyed, origins: mirror })
      for (const made of requests) expect((await simulation.request(made)).body).toBe(seen(made))
    }),
    { numRuns: randomRuns(1500) },
  )
})

test('a refused country never gets what is stored', async () => {
  const document = distribution({
    Restrictions: { GeoRestriction: { RestrictionType: 'blacklist', Items: ['US'] } },
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('DE', 'US', 'FR'), { maxLength: 5 }), async (countries) => {
      const simulation = createSimulation({ document, origins: mirror })
      for (const country of countries) {
        const { status } = await simulation.request({ url: '/a', viewer: { country } })
        expect(status).toBe(country === 'US' ? 403 : 200)
      }
    }),
    { numRuns: randomRuns(1000) },
  )
})

/** Fields that CloudFront documents to differ between the stored response and a hit. */
const ownFields = new Set(['age', 'x-cache', 'x-amz-cf-id', 'x-amz-cf-pop', 'via', 'date'])
const without = ({ headers }: RequestResult) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ownFields.has(name)))

test('a hit differs from what was stored only in the headers that CloudFront documents', async () => {
  const headers = fc.dictionary(
    fc.constantFrom('x-a', 'content-type', 'etag', 'x-b'),
    fc.constantFrom('"1"', 'text/css', 'v'),
  )
  await fc.assert(
    fc.asyncProperty(
      headers,
      fc.string({ maxLength: 40 }),
      fc.integer({ min: 0, max: 59 }),
      async (fields, body, wait) => {
        const origins = {
          web: [{ response: { headers: { ...fields, 'cache-control': 'max-age=60' }, body } }],
        }
        const simulation = createSimulation({ document: keyed, origins })
        const first = await simulation.request({ url: '/a' })
        simulation.advance(wait)
        const hit = await simulation.request({ url: '/a' })
        expect(hit.resultType).toBe('Hit')
        expect([hit.status, hit.body, without(hit)]).toEqual([first.status, first.body, without(first)])
      },
    ),
    { numRuns: randomRuns(2500) },
  )
})

test('time alone never makes a stale object fresh', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 6 }),
      async (age, waits) => {
        const origins = { web: [{ response: { headers: { 'cache-control': `max-age=${age}` }, body: 'x' } }] }
        const simulation = createSimulation({ document: keyed, origins })
        await simulation.request({ url: '/a' })
        let before = simulation.caches().map(({ ttlLeft }) => ttlLeft)
        for (const wait of waits) {
          simulation.advance(wait)
          const now = simulation.caches().map(({ ttlLeft }) => ttlLeft)
          expect(now.every((left, index) => left <= (before[index] ?? 0) - wait)).toBe(true)
          before = now
        }
        const fresh = before.some((left) => left > 0)
        expect((await simulation.request({ url: '/a' })).resultType).toBe(fresh ? 'Hit' : 'Miss')
      },
    ),
    { numRuns: randomRuns(2000) },
  )
})

test('an invalidation removes all and only what its path names', async () => {
  const names = ['/a', '/a/b', '/ab', '/a/b/c.jpg', '/A']
  const pattern = fc.constantFrom('/a', '/a*', '/a/*', '/*', '/a/b', '/A', '/none', '/a/b/c.jpg', '/a/b/*')
  const isNamed = (wanted: string, name: string) =>
    wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted
  await fc.assert(
    fc.asyncProperty(pattern, fc.subarray(names), async (wanted, stored) => {
      const simulation = createSimulation({ document: keyed, origins: mirror })
      for (const url of stored) await simulation.request({ url, headers: { 'X-Tenant': 'one' } })
      simulation.invalidate([wanted])
      const left = new Set(simulation.caches().map((entry) => entry.path))
      expect([...left].sort()).toEqual(stored.filter((name) => !isNamed(wanted, name)).sort())
    }),
    { numRuns: randomRuns(2000) },
  )
})

test('an unsigned request never gets what a signed behavior stored', async () => {
  const document = distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] },
      }),
    },
    { Keys: { type: 'KeyGroup', config: { Name: 'keys', Items: [] } } },
  )
  const simulation = createSimulation({ document, origins: mirror })
  expect((await simulation.request({ url: '/a' })).status).toBe(403)
})
