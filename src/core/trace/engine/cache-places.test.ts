import { expect, test } from 'vitest'
import { answersAll } from '#core/trace/scenario/origin-scripts.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { cachePlaces, objectCount } from './cache-places.ts'
import { createSimulation } from './simulation.ts'

const shielded = (region: string) =>
  distribution(
    {
      Origins: [customOrigin('web', { OriginShield: { Enabled: true, OriginShieldRegion: region } })],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Short' } }),
    },
    { Short: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-Group'] } }) },
  )

test('an Origin Shield that is the regional edge cache is one cache with two names', async () => {
  const simulation = createSimulation({ document: shielded('eu-central-1'), origins: { web: answersAll } })
  await simulation.request({ url: '/a', viewer: { pop: 'FRA56' } })
  await simulation.request({ url: '/a', viewer: { pop: 'NRT57' } })
  const places = cachePlaces(simulation.caches())
  expect(places.map(({ tiers, place }) => [place, ...tiers])).toEqual([
    ['FRA56', 'edge'],
    ['NRT57', 'edge'],
    ['eu-central-1', 'regional-edge-cache', 'origin-shield'],
    ['ap-northeast-1', 'regional-edge-cache'],
  ])
  expect(objectCount(places)).toBe(4)
})

test('variants of a path are counted, and an object is fresh, expired or an error', async () => {
  const simulation = createSimulation({
    document: shielded('us-east-1'),
    origins: { web: [{ match: { path: '/bad' }, response: { status: 503 } }, ...answersAll] },
  })
  await simulation.request({ url: '/a', headers: { 'X-Group': '1' } })
  await simulation.request({ url: '/a', headers: { 'X-Group': '2' } })
  simulation.advance(61)
  await simulation.request({ url: '/bad' })
  const [edge] = cachePlaces(simulation.caches())
  expect(edge?.entries.map(({ path, state, variants, variant }) => [path, state, variants, variant])).toEqual(
    [
      ['/a', 'expired', 2, 'x-group:1'],
      ['/a', 'expired', 2, 'x-group:2'],
      ['/bad', 'error', 1, ''],
    ],
  )
})
