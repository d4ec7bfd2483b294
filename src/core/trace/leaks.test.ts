import { expect, test } from 'vitest'
import type { DefaultCacheBehavior, Resource } from '#core/model/document.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'
import { findLeaks } from './leaks.ts'

const leaksOf = (
  behavior: Partial<DefaultCacheBehavior>,
  headers: Readonly<Record<string, string>> = {},
  resources: Readonly<Record<string, Resource>> = {},
) =>
  findLeaks({
    document: distribution(
      { Origins: [customOrigin('web')], DefaultCacheBehavior: defaultBehavior('web', behavior) },
      resources,
    ),
    distribution: 'Site',
    requests: [{ url: '/me' }],
    origins: { web: [{ response: { status: 200, headers } }] },
  })
const forwardsAll = { CachePolicyId: managed.cachingOptimized, OriginRequestPolicyId: managed.allViewer }

test('what is forwarded and not in the key leaks, with the object that carried it', async () => {
  const leaks = await leaksOf(forwardsAll)
  const session = leaks.find(({ difference }) => difference.in === 'cookie')
  expect(session).toMatchObject({
    difference: { in: 'cookie', name: 'session' },
    carried: ['body', 'Set-Cookie'],
    key: '/me',
    behavior: '*',
  })
  expect(session?.story).toContain('cookie “session”')
  expect(leaks.map(({ difference }) => difference)).toContainEqual({ in: 'header', name: 'authorization' })
  expect(leaks.map(({ difference }) => difference)).toContainEqual({ in: 'query', name: 'user' })
})

const keeping = (MinTTL: number): Resource => ({
  type: 'CachePolicy',
  config: { Name: 'own', MinTTL, DefaultTTL: 60, MaxTTL: 60 },
})
const isPrivate = { 'Cache-Control': 'private, no-store' }

test('nothing leaks where the origin keeps its answers private, or caching is disabled, or nothing is forwarded', async () => {
  const own = { ...forwardsAll, CachePolicyId: { ref: 'Own' } }
  expect(await leaksOf(own, isPrivate, { Own: keeping(0) })).toEqual([])
  expect(await leaksOf({ ...forwardsAll, CachePolicyId: managed.cachingDisabled })).toEqual([])
  expect(await leaksOf({ CachePolicyId: managed.cachingOptimized })).toEqual([])
})

test('a minimum TTL overrules what the origin says, and then it leaks', async () => {
  const own = { ...forwardsAll, CachePolicyId: { ref: 'Own' } }
  expect((await leaksOf(own, isPrivate, { Own: keeping(1) })).length).toBeGreaterThan(0)
})
