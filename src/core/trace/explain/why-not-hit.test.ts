import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import type { ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'
import { type HitReport, whyNotHit } from './why-not-hit.ts'

const plain: ScriptedOrigins = {
  web: [{ response: { headers: { 'Cache-Control': 'max-age=60' }, body: 'x' } }],
}

async function why(
  document: DesignDocument,
  first: ViewerRequest,
  second: ViewerRequest,
  { wait = 0, origins = plain }: { wait?: number; origins?: ScriptedOrigins } = {},
): Promise<HitReport> {
  const simulation = createSimulation({ document, origins })
  const one = { request: first, at: simulation.now, result: await simulation.request(first) }
  simulation.advance(wait)
  const two = { request: second, at: simulation.now, result: await simulation.request(second) }
  return whyNotHit(document, 'Site', one, two)
}
const keyed = distribution(
  { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Keyed' } }) },
  {
    Keyed: cachePolicy(
      { Name: 'by-agent' },
      {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['User-Agent'] },
        CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['session'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    ),
  },
)

test('a header in the key is named with its policy and the field that lists it', async () => {
  const report = await why(
    keyed,
    { url: '/a', headers: { 'User-Agent': 'one' } },
    { url: '/a', headers: { 'User-Agent': 'two' } },
  )
  expect(report.verdict).toBe(
    'The two requests have different cache keys: they differ in the header “user-agent”.',
  )
  expect(report.differences).toMatchObject([
    {
      kind: 'header',
      first: 'one',
      second: 'two',
      because: '/resources/Keyed/config/ParametersInCacheKeyAndForwardedToOrigin/HeadersConfig',
    },
  ])
  expect(report.differences[0]?.why).toContain('The cache policy “by-agent” puts it into the key')
})

test('cookies and query parameters are told one by one, absent ones too', async () => {
  const report = await why(
    keyed,
    { url: '/a?v=1', headers: { Cookie: 'session=1' } },
    { url: '/a?v=2&utm=x' },
  )
  expect(report.differences.map(({ kind, name, first, second }) => [kind, name, first, second])).toEqual([
    ['query', 'v', '1', '2'],
    ['cookie', 'session', '1', null],
    ['query', 'utm', null, 'x'],
  ])
})

test('the same parameters in another order are another key', async () => {
  const report = await why(keyed, { url: '/a?b=1&c=2' }, { url: '/a?c=2&b=1' })
  expect(report.verdict).toContain('the order of the query string')
})

test('codings are named when a managed policy makes them part of the key', async () => {
  const report = await why(
    distribution(),
    { url: '/a', headers: { 'Accept-Encoding': 'gzip' } },
    { url: '/a', headers: { 'Accept-Encoding': 'br' } },
  )
  expect(report.differences).toMatchObject([
    { kind: 'accept-encoding', because: '/resources/Site/config/DefaultCacheBehavior/CachePolicyId' },
  ])
})

test('with equal keys the answer is what was stored, how long, and where', async () => {
  const same = { url: '/a' }
  expect((await why(distribution(), same, same)).isHit).toBe(true)
  expect((await why(distribution(), same, same, { wait: 61 })).verdict).toContain('fresh for 60 s')
  const priv = { web: [{ response: { headers: { 'Cache-Control': 'private' } } }] }
  expect((await why(keyed, same, same, { origins: priv })).verdict).toContain(
    'the first left nothing in the caches',
  )
  const bucket = distribution({
    Origins: [
      customOrigin('web', { DomainName: 'web-bucket.s3.eu-central-1.amazonaws.com', S3OriginConfig: {} }),
    ],
  })
  const elsewhere = await why(
    bucket,
    { url: '/a', viewer: { pop: 'FRA56' } },
    { url: '/a', viewer: { pop: 'NRT57' } },
  )
  expect(elsewhere.verdict).toContain('two points of presence (FRA56 and NRT57)')
})

test('a request that goes past the caches says by which setting', async () => {
  const disabled = distribution({
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
  })
  const report = await why(disabled, { url: '/a' }, { url: '/a' })
  expect(report.verdict).toContain('caching is disabled')
  expect(report.because).toEqual(['/resources/Site/config/DefaultCacheBehavior/CachePolicyId'])
  const post = await why(distribution(), { url: '/a' }, { url: '/a', method: 'POST' })
  expect(post.verdict).toContain('CloudFront answered before it looked into a cache')
})
