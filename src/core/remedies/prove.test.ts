import { expect, test } from 'vitest'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import type { ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import {
  behavior,
  cachePolicy,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
} from '#fixtures/build.ts'
import { type Remedies, remediesFor } from './prove.ts'
import type { Played } from './remedy.ts'

const answers = (headers: Readonly<Record<string, string>> = { 'Cache-Control': 'max-age=60' }) => ({
  web: [{ response: { headers, body: 'x' } }],
})

interface Case {
  readonly document: DesignDocument
  readonly first?: ViewerRequest
  readonly second?: ViewerRequest
  readonly wait?: number
  readonly origins?: ScriptedOrigins
}
async function traced({
  document,
  first = { url: '/a' },
  second = first,
  wait = 1,
  origins = answers(),
}: Case) {
  const base: Played = { document, distribution: 'Site', origins }
  const simulation = createSimulation(base)
  const one = { request: first, at: simulation.now, result: await simulation.request(first) }
  simulation.advance(wait)
  const two = { request: second, at: simulation.now, result: await simulation.request(second) }
  return { base, one, two }
}
async function remedies(given: Case): Promise<Remedies> {
  const { base, one, two } = await traced(given)
  return remediesFor(base, one, two)
}
const texts = async (given: Case) => (await remedies(given)).proved.map(({ text }) => text)

const own = (parameters: Parameters<typeof cachePolicy>[1], config: Parameters<typeof cachePolicy>[0] = {}) =>
  distribution(
    { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Keyed' } }) },
    { Keyed: cachePolicy({ Name: 'by-agent', ...config }, parameters) },
  )
const legacy = (more: Partial<Behavior>) => {
  const { CachePolicyId: _, ...rest } = defaultBehavior('web')
  return distribution({ DefaultCacheBehavior: { ...rest, ...more } })
}

test('what splits the key is taken out of the policy that puts it there, by the fields to set', async () => {
  const document = own({
    HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['User-Agent'] },
    CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['session', 'lang'] },
    QueryStringsConfig: { QueryStringBehavior: 'all' },
  })
  const each: readonly (readonly [ViewerRequest, ViewerRequest, string])[] = [
    [
      { url: '/a?utm=1' },
      { url: '/a?utm=2' },
      'In the cache policy “by-agent”, set QueryStringBehavior to “allExcept” and QueryStrings to “utm”.',
    ],
    [
      { url: '/a', headers: { 'User-Agent': 'one' } },
      { url: '/a', headers: { 'User-Agent': 'two' } },
      'In the cache policy “by-agent”, set HeaderBehavior to “none”.',
    ],
    [
      { url: '/a', headers: { Cookie: 'session=1' } },
      { url: '/a' },
      'In the cache policy “by-agent”, set Cookies to “lang”.',
    ],
  ]
  for (const [first, second, text] of each) expect(await texts({ document, first, second })).toEqual([text])
})

test('two parts that differ are one change, since either alone leaves two keys', async () => {
  const document = own({
    CookiesConfig: { CookieBehavior: 'all' },
    QueryStringsConfig: { QueryStringBehavior: 'all' },
  })
  const second = { url: '/a?v=2', headers: { Cookie: 'b=1' } }
  const found = await texts({ document, first: { url: '/a?v=1' }, second })
  expect(found).toHaveLength(1)
  for (const part of ['Cookies to “b”', 'QueryStrings to “v”']) expect(found[0]).toContain(part)
})

test('a policy that others use, or that is managed, is copied rather than changed', async () => {
  const shared = distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Keyed' } }),
      CacheBehaviors: [behavior('/b/*', 'web', { CachePolicyId: { ref: 'Keyed' } })],
    },
    { Keyed: cachePolicy({ Name: 'by-query' }, { QueryStringsConfig: { QueryStringBehavior: 'all' } }) },
  )
  expect(await texts({ document: shared, first: { url: '/b/?v=1' }, second: { url: '/b/?v=2' } })).toEqual([
    'Give the behavior “/b/*” a cache policy of its own, a copy of “by-query” in which you set QueryStringBehavior to “allExcept” and QueryStrings to “v”.',
  ])
})

test('lifetimes: of the three that bound one, that is named which ends too early', async () => {
  const wait = 3600
  expect(
    await texts({ document: own({}, { DefaultTTL: 60, MaxTTL: 31_536_000 }), wait, origins: answers({}) }),
  ).toEqual([
    'In the cache policy “by-agent”, set DefaultTTL to 86400.',
    'Have the origin “web” answer with “Cache-Control: public, max-age=86400”.',
  ])
  const capped = own({}, { DefaultTTL: 60, MaxTTL: 60 })
  expect(
    await texts({ document: capped, wait, origins: answers({ 'Cache-Control': 'max-age=86400' }) }),
  ).toContain('In the cache policy “by-agent”, set MaxTTL to 86400.')
  expect(await texts({ document: distribution(), wait })).toEqual([
    'Have the origin “web” answer with “Cache-Control: public, max-age=86400”.',
  ])
})

test.each(['no-store', 'private', 'no-cache', 'max-age=0'])(
  'of an origin’s %s the origin is the remedy',
  async (control) => {
    const origins = answers({ 'Cache-Control': control })
    expect(await texts({ document: own({}), origins })).toEqual([
      'Have the origin “web” answer with “Cache-Control: public, max-age=60”.',
    ])
  },
)

test('caching that is off is turned on: by a managed policy, by TTLs, by a list of headers', async () => {
  const disabled = distribution({
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
  })
  expect(await texts({ document: disabled })).toContain(
    'Give the default behavior the managed cache policy “Managed-CachingOptimized” in place of “Managed-CachingDisabled”.',
  )
  const zero = legacy({
    ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } },
    MinTTL: 0,
    DefaultTTL: 0,
    MaxTTL: 0,
  })
  expect(await texts({ document: zero, origins: answers({}) })).toContain(
    'In the default behavior, set DefaultTTL to 86400 and MaxTTL to 86400.',
  )
  const all = legacy({
    ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' }, Headers: ['*'] },
    MinTTL: 0,
    DefaultTTL: 86_400,
    MaxTTL: 86_400,
  })
  expect((await texts({ document: all }))[0]).toContain('take “*” out of ForwardedValues.Headers')
})

test('what lies in the request is said of the request', async () => {
  const document = distribution({
    DefaultCacheBehavior: defaultBehavior('web', {
      AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
    }),
  })
  expect(await texts({ document, second: { url: '/a', method: 'POST' } })).toEqual([
    'Send both requests as GET: of POST nothing is kept.',
  ])
  expect(await texts({ document, first: { url: '/a', method: 'OPTIONS' } })).toEqual([
    'In the default behavior, set CachedMethods to “GET”, “HEAD”, “OPTIONS”.',
    'Send both requests as GET: OPTIONS has objects of its own.',
  ])
  const plain = await texts({ document, first: { url: 'http://d111111abcdef8.cloudfront.net/a' } })
  expect(plain[0]).toContain('Ask by https:')
  const byAll = own({ QueryStringsConfig: { QueryStringBehavior: 'all' } })
  const order = await texts({ document: byAll, first: { url: '/a?b=1&a=1' }, second: { url: '/a?a=1&b=1' } })
  expect(order[0]).toContain('in one order')
})

test('two points of presence share what Origin Shield holds', async () => {
  const document = distribution({
    Origins: [
      customOrigin('web', { DomainName: 'web-bucket.s3.eu-central-1.amazonaws.com', S3OriginConfig: {} }),
    ],
  })
  const at = (pop: string) => ({ url: '/a', viewer: { pop } })
  expect((await texts({ document, first: at('FRA56'), second: at('NRT57') }))[0]).toBe(
    'Turn on Origin Shield for the origin “web”, in the Region nearest to it.',
  )
})

test('nothing is told that no trace proves: what is unknown is said', async () => {
  const elsewhere = await remedies({ document: distribution(), second: { url: '/b' } })
  expect(elsewhere).toEqual({
    proved: [],
    unknown: 'No setting makes it a hit: the path is always in the key.',
  })
  const coding = (name: string) => ({ url: '/a', headers: { 'Accept-Encoding': name } })
  const coded = await remedies({ document: distribution(), first: coding('gzip'), second: coding('br') })
  expect(coded.unknown).toContain('No setting has to change')
  const origins = { web: [{ response: { status: 403, headers: { 'Cache-Control': 'no-store' } } }] }
  const tried = await remedies({ document: own({}), origins: { web: [...origins.web] }, wait: 40_000_000 })
  expect(tried.proved).toEqual([])
  expect(tried.unknown).toMatch(/^What would make it a hit is not known/)
})

test('a hit needs no remedy, and what was invalidated in between needs no setting', async () => {
  const document = distribution()
  expect(await remedies({ document })).toEqual({ proved: [], unknown: null })
  const { base } = await traced({ document })
  const simulation = createSimulation(base)
  const request = { url: '/a' }
  const one = { request, at: simulation.now, result: await simulation.request(request) }
  simulation.invalidate(['/*'])
  const two = { request, at: simulation.now, result: await simulation.request(request) }
  const { proved, unknown } = await remediesFor(base, one, two)
  expect(proved).toEqual([])
  expect(unknown).toContain('these two requests alone give a hit')
})

test('each remedy that is an edit makes a hit of the second request', async () => {
  const document = own({ QueryStringsConfig: { QueryStringBehavior: 'all' } })
  const given = { document, first: { url: '/a?v=1' }, second: { url: '/a?v=2' } }
  const { proved } = await remedies(given)
  const edit = proved[0]?.edit
  if (!edit) throw new Error('There is no edit.')
  expect((await traced({ ...given, document: applyEdit(document, edit) })).two.result.resultType).toBe('Hit')
})
