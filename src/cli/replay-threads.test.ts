/** Shards in threads of their own, as the built command runs them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { suggestChanges } from '#core/replay/advise/suggest.ts'
import { WorkerError } from '#core/replay/serve/remote-shard.ts'
import { type RunOptions, replayLogs, toReport } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { plainCost } from '#fixtures/money.ts'
import { type KnownAnswers, syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'
import { logSources } from './log-files.ts'
import { replayThreads } from './replay-threads.ts'

// Below node_modules, so that the built thread finds the packages that it imports.
const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.replay-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const thread = pathToFileURL(join(folder, 'replay-worker.js'))

let answers: KnownAnswers
const logs = join(folder, 'logs')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(import.meta.dirname, 'replay-worker.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
    },
  })
  const log = syntheticLog({ seed: 5, requests: 4000, objects: 400, hours: 2 })
  const portions: Uint8Array[] = []
  let next = log.next()
  for (; !next.done; next = log.next()) portions.push(next.value)
  answers = next.value
  const text = Buffer.concat(portions)
  const half = text.indexOf('\n', text.length / 2) + 1
  writeFileSync(`${logs}-1.log`, text.subarray(0, half))
  const header = text.subarray(0, text.indexOf('\n2026') + 1)
  writeFileSync(`${logs}-2.log.gz`, gzipSync(Buffer.concat([header, text.subarray(half)])))
}, 60_000)

async function options(threads: number, file = thread): Promise<RunOptions> {
  const opened = await logSources([`${logs}-1.log`, `${logs}-2.log.gz`])
  if (!opened.ok) throw new Error(opened.error.join())
  const workers = replayThreads(
    { document: syntheticDesign, distribution: 'Site', lifetimes: [], invalidations: [], fieldOrders: [] },
    opened.value,
    threads,
    file,
  )
  return {
    distribution: compile(syntheticDesign, 'Site'),
    sources: opened.value,
    cost: plainCost,
    ...(workers && { workers }),
  }
}

test('threads come to the known answers, and to the same report and suggestions as one', async () => {
  const alone = await options(1)
  const whole = await replayLogs(alone)
  const shared = await options(3)
  const finished = await replayLogs(shared)
  expect(finished.shards).toBe(3)
  const report = toReport(finished, shared)
  expect(report).toEqual(toReport(whole, alone))
  expect(report.total.requests).toBe(answers.total.requests)
  expect(report.total.hits).toBe(answers.total.hits)
  expect(report.total.originRequests).toBe(answers.total.originRequests)
  expect(await suggestChanges(shared, finished)).toEqual(await suggestChanges(alone, whole))
}, 120_000)

test('progress adds up over all threads', async () => {
  const shared = await options(3)
  const requests: number[] = []
  await replayLogs({ ...shared, learns: false, onProgress: (progress) => requests.push(progress.requests) })
  expect(Math.max(...requests)).toBeLessThanOrEqual(answers.total.requests)
  expect(requests.length).toBeGreaterThan(0)
}, 60_000)

const dying = (code: string): URL => {
  const file = join(folder, `dying-${code.length}.mjs`)
  writeFileSync(file, code)
  return pathToFileURL(file)
}

test('a thread that dies is told as such, and nobody waits for it', async () => {
  const exits = dying(
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(7))`,
  )
  await expect(replayLogs(await options(2, exits))).rejects.toThrow(
    new WorkerError('A worker of the replay ended early, with status 7.'),
  )
  // What Node.js tells of a thread without memory; filling a real heap takes a minute.
  const full = dying(`throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })`)
  await expect(replayLogs(await options(2, full))).rejects.toThrow('ran out of memory')
}, 60_000)

test('cancelling ends every thread at once', async () => {
  const shared = await options(3)
  const control = new AbortController()
  let cancelled = 0
  const run = replayLogs({
    ...shared,
    signal: control.signal,
    onProgress: () => {
      cancelled ||= performance.now()
      control.abort(new Error('cancelled'))
    },
  })
  await expect(run).rejects.toThrow('cancelled')
  expect(performance.now() - cancelled).toBeLessThan(1000)
}, 60_000)
