/** What a bench of the replay measures, each in a process of its own: what others have left in memory would count. */
import { createReadStream, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createGunzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { replayThreads } from '#cli/replay-threads.ts'
import { FileTally } from '#core/replay/read/log-reader.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { totalOf } from '#core/replay/report/summarize.ts'
import { replayLogs } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { plainCost } from '#fixtures/money.ts'
import { syntheticDesign } from '#fixtures/synthetic-log.ts'

const portion = 1 << 20
export const threadFile = resolve('dist/replay-worker.js')

export interface Counted {
  readonly requests: number
  readonly hits: number
  readonly originRequests: number
  readonly engineRuns: number
}
/** What the process prints. */
export interface OneRun {
  readonly seconds: number
  /** Of the process with all its threads, without its start. */
  readonly cpu: number
  /** The most memory that it had, in megabytes. */
  readonly peak: number
  readonly note: string
  readonly counted: Counted | null
}
type Outcome = Pick<OneRun, 'note' | 'counted'>

const sourceOf = (file: string): LogSource => ({
  name: file,
  size: statSync(file).size,
  isRepeatable: true,
  open: () => {
    const bytes = createReadStream(file, { highWaterMark: portion })
    return file.endsWith('.gz') ? bytes.pipe(createGunzip({ chunkSize: portion })) : bytes
  },
})

async function readOnly(file: string): Promise<Outcome> {
  const tally = new FileTally(file)
  const reader = new AnyLogReader(() => null, tally)
  for await (const bytes of createReadStream(file, { highWaterMark: portion })) reader.push(bytes)
  await reader.end()
  return { note: `${tally.requests} read`, counted: null }
}

async function replay(file: string, learns: boolean, threads: number): Promise<Outcome> {
  const sources = [sourceOf(file)]
  const rules = { lifetimes: [], invalidations: [], fieldOrders: [] }
  const workers = replayThreads(
    { document: syntheticDesign, distribution: 'Site', ...rules },
    sources,
    threads,
    pathToFileURL(threadFile),
  )
  const finished = await replayLogs({
    distribution: compile(syntheticDesign, 'Site'),
    sources,
    learns,
    cost: plainCost,
    ...(workers && { workers }),
  })
  if (finished.shards !== threads) throw new Error(`The replay ran in ${finished.shards} threads.`)
  const { requests, hits, originRequests } = totalOf(finished.summary)
  return { note: '', counted: { requests, hits, originRequests, engineRuns: finished.summary.engineRuns } }
}

/** The keys as texts, and a cache of one tier: what a simulation by hand would do. */
async function byLruCache(file: string): Promise<Outcome> {
  const caches = new Map<string, LRUCache<string, number>>()
  let hits = 0
  let rest = ''
  let now = 0
  for await (const bytes of createReadStream(file, { highWaterMark: portion, encoding: 'latin1' })) {
    const lines = (rest + String(bytes)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('#')) continue
      const fields = line.split('\t')
      now = Date.parse(`${fields[0]}T${fields[1]}Z`)
      const place = fields[2] ?? ''
      const cache =
        caches.get(place) ??
        new LRUCache<string, number>({ max: 1_000_000, ttl: 300_000, perf: { now: () => now } })
      caches.set(place, cache)
      const key = `${fields[7]}?${fields[11]}`
      if (cache.get(key) === undefined) cache.set(key, 1)
      else hits += 1
    }
  }
  return { note: `${hits} hits of one tier, one TTL`, counted: null }
}

/** `verb`, the log, and for a replay whether it learns and in how many threads. */
export async function runOne([
  verb = '',
  file = '',
  learns,
  threads = '1',
]: readonly string[]): Promise<void> {
  const before = process.cpuUsage()
  const start = performance.now()
  const outcome = await (verb === 'read'
    ? readOnly(file)
    : verb === 'lru'
      ? byLruCache(file)
      : replay(file, learns === 'learn', Number(threads)))
  const { user, system } = process.cpuUsage(before)
  const run: OneRun = {
    ...outcome,
    seconds: (performance.now() - start) / 1000,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }
  console.log(JSON.stringify(run))
}
