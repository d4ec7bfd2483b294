/** The work shared out, against one replay of everything: the same report, to the last figure. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { suggestChanges } from '#core/replay/advise/suggest.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { seededRandom } from '#core/trace/message/request-id.ts'
import {
  behavior,
  cloudFrontFunction,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
} from '#fixtures/build.ts'
import { plainCost } from '#fixtures/money.ts'
import { pick, randomDesign, randomLine } from '#fixtures/random-log.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { shardsInTurn } from '#fixtures/shards-in-turn.ts'
import { syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'
import { createRunner } from '#sandbox/runner.ts'
import { whyNotShardable } from './border.ts'
import { type Finished, type RunOptions, replayLogs, toReport, type Workers } from './run.ts'

const cost = plainCost

const shared = (count: number, options: RunOptions): Promise<Finished> =>
  replayLogs({ ...options, workers: shardsInTurn(count, options) })

const source = (bytes: Uint8Array | string, name = 'test.log'): LogSource => {
  const portion = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return {
    name,
    size: portion.length,
    isRepeatable: true,
    async *open() {
      yield portion
    },
  }
}
const header = `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n`

async function sameFor(counts: readonly number[], options: RunOptions): Promise<Finished[]> {
  const whole = await replayLogs(options)
  const report = toReport(whole, options)
  const found: Finished[] = []
  for (const count of counts) {
    const finished = await shared(count, options)
    expect(toReport(finished, options)).toEqual(report)
    if (count === 3)
      expect(await suggestChanges({ ...options, workers: shardsInTurn(count, options) }, finished)).toEqual(
        await suggestChanges(options, whole),
      )
    found.push(finished)
    // Whether the rows of the first pass fit, or the log has to be read again.
    for (const mostKept of count === 3 ? [0, 100] : []) {
      const read = { ...options, mostKept }
      expect(toReport(await shared(count, read), read)).toEqual(report)
    }
  }
  return found
}

test('shards of a synthetic log come to the same report as the whole of it', async () => {
  const options: RunOptions = {
    distribution: compile(syntheticDesign, 'Site'),
    sources: [source(Buffer.concat([...syntheticLog({ seed: 7, requests: 3000, objects: 400, hours: 2 })]))],
    invalidations: [{ at: Date.UTC(2026, 0, 5, 1), paths: ['/media/*', '/docs/1/object-1'] }],
    cost,
  }
  for (const { shards } of await sameFor([1, 2, 3, 8], options)) expect(shards).toBeGreaterThan(0)
}, 60_000)

/** Lines that cannot be read, in each of the ways in which a reader says so. */
const brokenLines = [
  'no tabs at all',
  randomLine(seededRandom(3), 3, 3).replaceAll('\tGET\t', '\t-\t').replaceAll('\tHEAD\t', '\t-\t'),
  `${randomLine(seededRandom(4), 4, 4)}\tone more`,
  randomLine(seededRandom(5), 5, 5).split('\t').with(7, '-').join('\t'),
  randomLine(seededRandom(6), 6, 6).split('\t').with(0, 'yesterday').join('\t'),
  '2026-01-01\t00:00',
  '',
  header.trimEnd(),
]

const spellings = [
  '/a.css',
  '/%61.css',
  '/doc/../a.css',
  'a.css',
  '/caf%C3%A9',
  '/caf\u00e9',
  '/x%2520y',
  '/x%20y',
]

const realtimeFields = [
  'timestamp',
  'c-ip',
  'time-to-first-byte',
  'sc-status',
  'sc-bytes',
  'cs-method',
  'cs-protocol',
  'cs-host',
  'cs-uri-stem',
  'x-edge-location',
  'x-edge-result-type',
  'sc-content-type',
  'sc-content-len',
]
/** A line of a standard log as one of a real-time log, where the query string stands beside the path. */
function asRealtime(line: string): string {
  const values = new Map<string, string>(
    line.split('\t').map((value, at) => [standardLogFields[at] ?? '', value]),
  )
  const query = values.get('cs-uri-query') ?? '-'
  values.set('timestamp', (Date.parse(`${values.get('date')}T${values.get('time')}Z`) / 1000).toFixed(3))
  values.set('cs-host', values.get('x-host-header') ?? '-')
  values.set('cs-uri-stem', `${values.get('cs-uri-stem')}${query === '-' ? '' : `?${query}`}`)
  return realtimeFields.map((name) => values.get(name) ?? '-').join('\t')
}

test('shards of a real-time log come to the same report as the whole of it', async () => {
  const random = seededRandom(9)
  const lines = Array.from({ length: 400 }, (_, index) => {
    const line = randomLine(random, Math.floor(index + random() ** 8 * 300), 9)
    return random() < 0.03 ? pick(random, brokenLines.slice(0, 3)) : asRealtime(line)
  })
  const options: RunOptions = {
    distribution: compile(withoutPage(randomDesign(random), true), 'Site'),
    sources: [
      source(lines.slice(0, 200).join('\n'), 'one.log'),
      source(lines.slice(200).join('\r\n'), 'two.log'),
    ],
    fieldOrders: [realtimeFields],
    window: 20,
    cost,
  }
  const [finished] = await sameFor([2, 3], options)
  expect(finished?.summary.served).toBeGreaterThan(300)
  expect(finished?.summary.late).toBeGreaterThan(0)
  expect(finished?.files.map(({ format }) => format)).toEqual(['real-time log', 'real-time log'])
}, 60_000)

test('shards of random logs through random designs come to the same report, in order or not', async () => {
  let sharded = 0
  let alone = 0
  let late = 0
  const runs = randomRuns(16)
  const runner = createRunner()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
      const random = seededRandom(seed)
      const design = withoutPage(randomDesign(random), random() < 0.8)
      const lines = Array.from({ length: 250 }, (_, index) => {
        const line = randomLine(random, Math.floor(index + random() ** 8 * 300), seed)
        if (random() < 0.03) return pick(random, brokenLines)
        const isRewritten = line.includes('\t/fn/') && seed % 3 !== 0
        if (!isRewritten && random() < 0.85) return line
        return line.split('\t').with(7, pick(random, spellings)).join('\t')
      })
      const half = lines.length / 2
      const options: RunOptions = {
        distribution: compile(design, 'Site'),
        sources: [
          source(`${header}${lines.slice(0, half).join('\n')}\n`, 'one.log'),
          source(`${header}${lines.slice(half).join('\r\n')}`, 'two.log'),
        ],
        runner,
        window: pick(random, [20, 50, 300, 1 << 20]),
        top: 5,
        cost,
      }
      for (const finished of await sameFor([2, 3, 8], options)) {
        if (finished.shards > 1) sharded += 1
        else alone += 1
        late += finished.summary.late
      }
    }),
    { numRuns: runs, seed: 11 },
  )
  runner.dispose()
  expect(sharded).toBeGreaterThan(runs * 0.75)
  expect(alone).toBeGreaterThan(runs / 5)
  expect(late).toBeGreaterThan(runs * 6)
}, 120_000)

/** The design without its custom error page, which requests of all shards would share. */
function withoutPage(document: DesignDocument, goes: boolean): DesignDocument {
  const site = document.resources['Site']
  if (!goes || site?.type !== 'Distribution') return document
  return {
    ...document,
    resources: {
      ...document.resources,
      Site: { ...site, config: { ...site.config, CustomErrorResponses: [] } },
    },
  }
}

const paths = Array.from({ length: 40 }, (_, index) => `/page-${index}/`)
const fields = 'date time x-edge-location sc-bytes cs-method x-host-header cs-uri-stem sc-status cs-protocol'
const log = `#Fields: ${fields}\n${paths
  .map((path) => `2026-01-01\t00:00:00\tFRA56-P1\t900\tGET\twww.example.com\t${path}\t200\thttps`)
  .join('\n')}\n`

const functionDesign = (code: string) =>
  distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: managed.cachingOptimized,
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite', attribute: 'FunctionARN' } },
        ],
      }),
    },
    { Rewrite: cloudFrontFunction(code) },
  )

async function sharesOf(design: DesignDocument): Promise<Finished> {
  const runner = createRunner()
  const options = { distribution: compile(design, 'Site'), sources: [source(log)], runner, cost }
  const finished = await shared(4, options)
  runner.dispose()
  return finished
}

test('a function that leaves the path alone is no reason for one worker', async () => {
  const { shards, aloneBecause } = await sharesOf(
    functionDesign(
      `function handler(event) { event.request.headers['x-seen'] = { value: 'yes' }; return event.request }`,
    ),
  )
  expect({ shards, aloneBecause }).toEqual({ shards: 4, aloneBecause: null })
})

test('paths that a function brings together are replayed in one worker, and the reason is told', async () => {
  const { shards, aloneBecause, summary } = await sharesOf(
    functionDesign(`function handler(event) { event.request.uri = '/index.html'; return event.request }`),
  )
  expect(shards).toBe(1)
  expect(aloneBecause).toMatch(/^“edge” turns “\/page-\d+\/” into “\/index.html”/)
  expect(summary.requestedKeys).toBe(1)
})

test('what hangs on the order of all requests is not shared out', () => {
  const reason = (design: DesignDocument) => whyNotShardable(compile(design, 'Site'))
  expect(reason(syntheticDesign)).toBeNull()
  expect(
    reason(
      functionDesign(
        `function handler(event) { if (Math.random() < 0.5) event.request.uri = '/'; return event.request }`,
      ),
    ),
  ).toContain('chance')
  const sampled = distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'Timed' } }),
      CacheBehaviors: [behavior('/a', 'web')],
    },
    {
      Timed: {
        type: 'ResponseHeadersPolicy',
        config: { Name: 'timed', ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 50 } },
      },
    },
  )
  expect(reason(sampled)).toContain('Server-Timing')
})

test('a shard that fails ends the others, and the failure is told', async () => {
  const options: RunOptions = { distribution: compile(syntheticDesign, 'Site'), sources: [source(log)], cost }
  const ended: number[] = []
  const workers: Workers = {
    count: 3,
    start: ({ shard }) => ({
      survey: () =>
        shard.index === 1 ? Promise.reject(new Error('out of memory')) : Promise.resolve(new Map()),
      serve: () => Promise.reject(new Error('unreachable')),
      end: () => {
        ended.push(shard.index)
      },
    }),
  }
  await expect(replayLogs({ ...options, workers })).rejects.toThrow('out of memory')
  expect(ended).toEqual([1, 2])
})
