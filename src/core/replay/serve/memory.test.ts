import { expect, test } from 'vitest'
import { FileTally } from '#core/replay/read/log-reader.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { createTestSigner, signUrl, withTestKey } from '#core/trace/requests/test-signer.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { type Asked, standardLog } from '#fixtures/standard-log.ts'
import { type Invalidation, Replay } from './replay.ts'

const signer = await createTestSigner()
const design = distribution(
  {
    Origins: [customOrigin('web')],
    DefaultCacheBehavior: defaultBehavior('web', {
      CachePolicyId: { ref: 'Day' },
      TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] },
    }),
  },
  {
    Day: cachePolicy({ Name: 'day', MinTTL: 0, DefaultTTL: 86_400, MaxTTL: 86_400 }),
    Keys: { type: 'KeyGroup', config: { Name: 'keys', Items: [{ ref: 'Key' }] } },
    Key: {
      type: 'PublicKey',
      config: { Name: 'key', CallerReference: '1', EncodedKey: 'a test key instead' },
    },
  },
)
const expires = Date.UTC(2026, 0, 1) / 1000 + 30 * 60

async function replayed(asked: readonly Asked[], invalidations: readonly Invalidation[] = []) {
  const told: string[] = []
  const replay = new Replay({
    distribution: compile(design, 'Site', withTestKey({}, 'Key', signer)),
    invalidations,
    onServed: (_, { resultType, status }) => told.push(`${status} ${resultType}`),
  })
  const reader = new AnyLogReader(replay.intake.take, new FileTally('log'))
  reader.push(new TextEncoder().encode(standardLog(asked)))
  await reader.end()
  await replay.serveDue(true)
  return { told, engineRuns: replay.engineRuns }
}

async function signedRequests(minutes: readonly number[]): Promise<Asked[]> {
  const url = await signUrl(signer, { url: '/film.mp4', keyPairId: 'Key', expires })
  const query = new URL(url).search.slice(1)
  return minutes.map((minute) => ({ minute, place: 'FRA56-P1', path: '/film.mp4', query }))
}

test('a signed URL is remembered as good until it expires, though its object is fresh for longer', async () => {
  const { told, engineRuns } = await replayed(await signedRequests([0, 5, 10, 15, 20, 29, 30, 31, 40]))
  expect(told).toEqual(['200 Miss', ...Array(5).fill('200 Hit'), ...Array(3).fill('403 Error')])
  // A miss, a hit, and the first refusal.
  expect(engineRuns).toBe(3)
})

test('an object is remembered until it is invalidated', async () => {
  const invalidations = [{ at: Date.UTC(2026, 0, 1, 0, 12), paths: ['/film.mp4'] }]
  const { told } = await replayed(await signedRequests([0, 5, 10, 15, 20]), invalidations)
  expect(told).toEqual(['200 Miss', '200 Hit', '200 Hit', '200 Miss', '200 Hit'])
})
