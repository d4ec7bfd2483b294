/** The replay against the explained trace, request by request, on random designs and random logs. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { bytesOf, LineClock, measuredOf } from '#core/replay/read/line-reader.ts'
import { requestOf } from '#core/replay/read/line-request.ts'
import { type LogLine, textOf } from '#core/replay/read/log-line.ts'
import { FileTally } from '#core/replay/read/log-reader.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { Engine } from '#core/trace/engine/engine.ts'
import { invalidate } from '#core/trace/engine/invalidation.ts'
import { StoryRecorder } from '#core/trace/engine/recorder.ts'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { seededRandom } from '#core/trace/message/request-id.ts'
import { pick, randomDesign, randomLine } from '#fixtures/random-log.ts'
import { createRunner } from '#sandbox/runner.ts'
import { Answers } from './answers.ts'
import { Lifetimes } from './lifetimes.ts'
import type { Outcome } from './outcome.ts'
import { type Invalidation, Replay } from './replay.ts'
import { ReplayOrigin } from './replay-origin.ts'
import { Shapes } from './shapes.ts'

const someInvalidation = (random: () => number, second: number): Invalidation => ({
  at: Date.UTC(2026, 0, 1) + second * 1000,
  paths: [pick(random, ['/*', '/a.css', '/doc/*'])],
})

type Told = Pick<
  Outcome,
  'status' | 'resultType' | 'detailedResultType' | 'servedBy' | 'pattern' | 'originRequests'
> & { readonly originBytes: number }

/** Requests for one path are served in the order of the log, and paths in any: all are brought into one. */
interface Placed {
  readonly time: number
  readonly path: number
  readonly told: Told
}
const inOrder = (served: readonly Placed[]): Told[] =>
  [...served].sort((a, b) => a.time - b.time || a.path - b.path).map(({ told }) => told)

/** Serves every line by the explaining engine, with the line's own request in full. */
async function explained(
  design: DesignDocument,
  text: string,
  lifetimes: Lifetimes,
  invalidations: readonly Invalidation[],
): Promise<Told[]> {
  const compiled = compile(design, 'Site')
  const hosts = [...compiled.aliases]
  const site = { ...compiled, aliases: hosts }
  const origin = new ReplayOrigin(site)
  const engine = new Engine({ distribution: site, origins: origin, now: 0, seed: 1, runner })
  const answers = new Answers(site)
  const shapes = new Shapes(site, hosts)
  const clock = new LineClock()
  const due = [...invalidations]
  const lines: { time: number; path: number; serve: () => Promise<Told> }[] = []
  const take = (line: LogLine) => {
    const time = clock.timeOf(line)
    const target = shapes.targets[shapes.target(line)]
    if (!target) throw new Error('Every line has a target.')
    const answer = answers.list[answers.number(target, answers.kindOf(line), measuredOf(line), bytesOf(line))]
    const request = requestOf(line, target.host)
    const pop = textOf(line, columnOf['x-edge-location']) ?? ''
    const country = { FRA: 'DE', IAD: 'US', NRT: 'JP' }[pop.slice(0, 3)]
    lines.push({
      time,
      path: target.pathNumber,
      async serve() {
        if (!answer) throw new Error('Every line has an answer.')
        origin.expect(answer, lifetimes.of(target, answer), target.path)
        if (time > engine.now) engine.now = time
        for (; (due[0]?.at ?? Number.POSITIVE_INFINITY) <= engine.now; due.shift())
          invalidate(engine.caches, due[0]?.paths ?? [], 0)
        const viewer = { ...request.viewer, pop, ...(country !== undefined && { country }) }
        const exchange = await engine.serve({ ...request, viewer }, new StoryRecorder())
        return {
          status: exchange.response?.status ?? 0,
          resultType: exchange.resultType,
          detailedResultType: exchange.detailedResultType || exchange.resultType,
          servedBy: exchange.servedBy,
          pattern: exchange.behavior?.pattern ?? null,
          originRequests: exchange.attempts,
          originBytes: origin.bytes,
        }
      },
    })
    return null
  }
  const reader = new AnyLogReader(take, new FileTally('log'))
  reader.push(new TextEncoder().encode(text))
  await reader.end()
  const served: Placed[] = []
  // Lines of the same time stay as they came.
  for (const { time, path, serve } of lines.sort((a, b) => a.time - b.time))
    served.push({ time, path, told: await serve() })
  return inOrder(served)
}

async function replayed(
  design: DesignDocument,
  text: string,
  rules: ConstructorParameters<typeof Lifetimes>[0],
  invalidations: readonly Invalidation[],
) {
  const served: Placed[] = []
  const replay = new Replay({
    distribution: compile(design, 'Site'),
    lifetimes: rules,
    invalidations,
    runner,
    onServed: (
      { originBytes, path },
      { status, resultType, detailedResultType, servedBy, pattern, originRequests },
      time,
    ) => {
      const told = { status, resultType, detailedResultType, servedBy, pattern, originRequests, originBytes }
      served.push({ told, time, path })
    },
  })
  const tally = new FileTally('log')
  const reader = new AnyLogReader(replay.intake.take, tally)
  reader.push(new TextEncoder().encode(text))
  await reader.end()
  await replay.serveDue(true)
  expect(tally.unreadable).toBe(0)
  const isByPath = served.some(({ time }, at) => time < (served[at - 1]?.time ?? 0))
  return {
    told: inOrder(served),
    isByPath,
    remembered: replay.served - replay.engineRuns,
    repeated: replay.shapes.size - replay.engineRuns,
  }
}

const runner = createRunner()
afterAll(() => runner.dispose())

const designs = 24
const requestsEach = 500

test('12,000 random requests come to the same as an explained trace tells of each', async () => {
  let compared = 0
  let remembered = 0
  let byPath = 0
  let repeated = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
      const random = seededRandom(seed)
      const design = randomDesign(random)
      const objects = pick(random, [0, 30, 200])
      const rules =
        random() < 0.5
          ? []
          : [
              {
                pattern: pick(random, ['*.css', '/doc/*', '*']),
                cacheControl: pick(random, [
                  'max-age=30',
                  'no-cache',
                  'max-age=60, stale-while-revalidate=60',
                  'no-store',
                ]),
              },
            ]
      const text = `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n${Array.from({ length: requestsEach }, (_, index) => randomLine(random, index, seed, objects)).join('\n')}\n`
      const invalidations =
        random() < 0.5 ? [] : [300, 700, 1200].map((second) => someInvalidation(random, second))
      const told = await explained(design, text, new Lifetimes(rules, null), invalidations)
      const silent = await replayed(design, text, rules, invalidations)
      expect(silent.told).toEqual(told)
      compared += told.length
      remembered += silent.remembered
      if (silent.repeated > 0) repeated += 1
      if (silent.isByPath) byPath += 1
    }),
    { numRuns: designs, seed: 42 },
  )
  expect(compared).toBe(designs * requestsEach)
  // Without anything remembered the comparison would say nothing about memory.
  expect(remembered).toBeGreaterThan(compared / 10)
  // In some runs the engine was asked less often than there were shapes: what it made of one path held for others.
  expect(repeated).toBeGreaterThan(0)
  // Some designs let requests be served path by path, and some do not.
  expect(byPath).toBeGreaterThan(designs / 10)
  expect(byPath).toBeLessThan(designs)
}, 120_000)
