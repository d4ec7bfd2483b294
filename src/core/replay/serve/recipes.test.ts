import { expect, test } from 'vitest'
import { FileTally } from '#core/replay/read/log-reader.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { compile } from '#core/trace/compile/compile.ts'
import {
  behavior,
  cachePolicy,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
} from '#fixtures/build.ts'
import { type Asked, standardLog } from '#fixtures/standard-log.ts'
import { Replay } from './replay.ts'

const site = compile(
  distribution(
    {
      Origins: [customOrigin('web')],
      CacheBehaviors: [behavior('/api/*', 'web', { CachePolicyId: managed.cachingDisabled })],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Short' } }),
    },
    { Short: cachePolicy({ Name: 'short', MinTTL: 0, DefaultTTL: 300, MaxTTL: 86_400 }) },
  ),
  'Site',
)

/** The reasons and tiers of the requests in order, and how often the engine was asked. */
async function replayed(asked: readonly Asked[]) {
  const told: string[] = []
  const replay = new Replay({
    distribution: site,
    onServed: (_, { resultType, tier, reason }) => told.push(`${resultType} ${tier} ${reason}`),
  })
  const reader = new AnyLogReader(replay.intake.take, new FileTally('log'))
  const text = standardLog(asked)
  reader.push(new TextEncoder().encode(text))
  await reader.end()
  await replay.serveDue(true)
  return { told, engineRuns: replay.engineRuns }
}

const everyTenMinutes = (place: string, count: number, offset: number): Asked[] =>
  Array.from({ length: count }, (_, index) => ({ minute: index * 10 + offset, place }))

test('the engine is asked once for each case of a shape, wherever and whenever it comes again', async () => {
  const asked = [
    ...everyTenMinutes('FRA56-P1', 50, 0),
    ...everyTenMinutes('FRA60-P2', 50, 1),
    ...everyTenMinutes('NRT57-P3', 50, 2),
  ].sort((a, b) => a.minute - b.minute)
  const { told, engineRuns } = await replayed(asked)
  expect(told.slice(0, 6)).toEqual([
    'Miss origin first request for the object',
    'Hit regional-edge-cache none',
    'Miss origin first request at this cache',
    'RefreshHit origin expired',
    'Hit regional-edge-cache none',
    'RefreshHit origin expired',
  ])
  expect(told.slice(6)).toEqual(told.slice(3, 147))
  // A miss, a hit in the region, the refreshed object, and once for the caches of another region.
  expect(engineRuns).toBe(4)
})

test('another answer of the origin is another case', async () => {
  const asked = everyTenMinutes('FRA56-P1', 20, 0).map((one, index) => ({ ...one, size: 700 + index }))
  expect((await replayed(asked)).engineRuns).toBe(20)
})

test('what goes past the caches comes to the same at every place', async () => {
  const asked = ['FRA56-P1', 'FRA60-P2', 'NRT57-P3', 'IAD89-P1'].map((place, minute) => ({
    minute,
    place,
    path: '/api/x',
  }))
  const { told, engineRuns } = await replayed(asked)
  expect(new Set(told)).toEqual(new Set(['Miss origin goes past the caches']))
  expect(engineRuns).toBe(1)
})
