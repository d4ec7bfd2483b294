import { expect, test } from 'vitest'
import type { LogSource } from '#core/replay/read/log-source.ts'
import type { Count } from '#core/replay/report/counts.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { plainCost } from '#fixtures/money.ts'
import { shardsInTurn } from '#fixtures/shards-in-turn.ts'
import { type KnownAnswers, syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'
import { runReplay } from './run.ts'

interface Written {
  readonly portions: Uint8Array[]
  readonly answers: KnownAnswers
}

function written(seed: number, requests: number, hours = 3): Written {
  const log = syntheticLog({ seed, requests, objects: 2000, hours })
  const portions: Uint8Array[] = []
  for (;;) {
    const next = log.next()
    if (next.done) return { portions, answers: next.value }
    portions.push(next.value)
  }
}

const sourceOf = (portions: readonly Uint8Array[], name = 'synthetic.log'): LogSource => ({
  name,
  size: null,
  isRepeatable: true,
  async *open() {
    yield* portions
  },
})

const cost = plainCost
const distribution = compile(syntheticDesign, 'Site')

/** The counts that the generator's own model keeps. */
const shared = (count: Count) => {
  const {
    requests,
    bytes,
    hits,
    refreshHits,
    misses,
    errors,
    others,
    edgeHits,
    regionalHits,
    shieldHits,
    originRequests,
  } = count
  return {
    requests,
    bytes,
    hits,
    refreshHits,
    misses,
    errors,
    redirects: others,
    edgeHits,
    regionalHits,
    shieldHits,
    originRequests,
  }
}
const groups = <Key>(answers: ReadonlyMap<Key, unknown>) =>
  Object.fromEntries([...answers].map(([key, count]) => [String(key), count]))

test.each([
  [1, 1],
  [2, 1],
  [3, 3],
])(
  'every aggregate of a synthetic log with known answers is exact (seed %i, shards %i)',
  async (seed, shards) => {
    const { portions, answers } = written(seed, 12_000)
    const options = { distribution, sources: [sourceOf(portions)], cost }
    const report = await runReplay({ ...options, workers: shardsInTurn(shards, options) })
    expect(shared(report.total)).toEqual(answers.total)
    expect(Object.fromEntries(report.byBehavior.map((group) => [group.name, shared(group)]))).toEqual(
      groups(answers.byBehavior),
    )
    expect(Object.fromEntries(report.byPop.map((group) => [group.name, shared(group)]))).toEqual(
      groups(answers.byPlace),
    )
    expect(Object.fromEntries(report.byStatus.map((group) => [group.name, shared(group)]))).toEqual(
      groups(answers.byStatus),
    )
    const byHour = new Map<number, number>()
    for (const { start, requests } of report.byTime) {
      const hour = Math.floor(start / 3_600_000) * 3_600_000
      byHour.set(hour, (byHour.get(hour) ?? 0) + requests)
    }
    expect(byHour).toEqual(new Map([...answers.byHour].map(([hour, { requests }]) => [hour, requests])))
    expect(Object.fromEntries(report.byOrigin.map(({ name, requests }) => [name, requests]))).toEqual(
      groups(answers.byOrigin),
    )
    expect(report.objects.requested).toBe(answers.keys)
    expect(report.objects.neverHit).toBe(answers.neverHit)
    const [first] = report.topPaths
    expect(first?.requests).toBe(Math.max(...answers.requestsByPath.values()))
    expect(answers.requestsByPath.get(first?.path ?? '')).toBe(first?.requests)
    expect(report.trust.agreement).toBe(1)
    expect(report.trust.simulatedHitRatio).toBe(report.trust.loggedHitRatio)
    expect(report.learned).toEqual([])
  },
)

test('files that overlap in time give the same result as one file', async () => {
  // One request in more than a second, so that which of two came first is never a question.
  const { portions, answers } = written(4, 10_000, 4)
  const lines = portions
    .map((portion) => new TextDecoder().decode(portion))
    .join('')
    .split('\n')
  const header = lines.slice(0, 2)
  const body = lines.slice(2).filter((line) => line !== '')
  const place = (line: string) => line.split('\t')[2]
  const names = [...new Set(body.map(place))]
  const sources = names.map((name) =>
    sourceOf(
      [new TextEncoder().encode([...header, ...body.filter((line) => place(line) === name)].join('\n'))],
      `${name}.log`,
    ),
  )
  const report = await runReplay({ distribution, sources, cost })
  expect(shared(report.total)).toEqual(answers.total)
  expect(report.log.late).toBe(0)
}, 60_000)

test('how the bytes are cut makes no difference', async () => {
  const { portions, answers } = written(5, 3000)
  const whole = new Uint8Array(Buffer.concat(portions))
  const cut: Uint8Array[] = []
  for (let at = 0, length = 1; at < whole.length; at += length, length = (length * 7 + 3) % 997) {
    cut.push(whole.slice(at, at + Math.max(1, length)))
    length = Math.max(1, length)
  }
  const report = await runReplay({ distribution, sources: [sourceOf(cut)], cost })
  expect(report.log.unreadable).toBe(0)
  expect(shared(report.total)).toEqual(answers.total)
}, 60_000)
