/**
 * A replay's figures, beside peers on the same file in the same run: `node bench/run.js replay [REQUESTS…]`. The log is
 * written by the seeded generator, whose answers the replay is held to. Peers that are not installed are named as such.
 */

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LRUCache } from 'lru-cache'
import { hasPython } from '#bin/python.js'
import { replayThreads } from '#cli/replay-threads.ts'
import { FileTally } from '#core/replay/read/log-reader.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { totalOf } from '#core/replay/report/summarize.ts'
import { replayLogs } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { plainCost } from '#fixtures/money.ts'
import { pythonProgram } from '#fixtures/python.ts'
import { type KnownAnswers, syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'

const counts = process.argv.slice(3).map(Number)
const sizes = counts.length > 0 ? counts : [1_000_000]
/** A site on which most requests hit, as most do: some thousand objects, asked for over an hour. */
const shape = { seed: 1, objects: 4000, hours: 1 }

const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))
const portion = 1 << 20

async function write(file: string, requests: number): Promise<KnownAnswers> {
  const out = createWriteStream(file)
  const log = syntheticLog({ ...shape, requests })
  for (;;) {
    const next = log.next()
    if (next.done) {
      out.end()
      await once(out, 'close')
      return next.value
    }
    if (!out.write(next.value)) await once(out, 'drain')
  }
}

const sourceOf = (file: string): LogSource => ({
  name: file,
  size: statSync(file).size,
  isRepeatable: true,
  open: () => createReadStream(file, { highWaterMark: portion }),
})

interface Measured {
  readonly what: string
  readonly seconds: number
  /** Of this process with all its threads; null for others. */
  readonly cpu: number | null
  /** The most memory of this process meanwhile, in megabytes; null for others. */
  readonly peak: number | null
  readonly note: string
}

/** Prints a row as soon as it is known: the later ones may take minutes. */
function tell({ what, lines, seconds, cpu, peak, note }: Measured & { readonly lines: number }): void {
  console.log(
    Number.isNaN(seconds) || lines === 0
      ? `| ${what} | | | | | ${note || 'present'} |`
      : `| ${what} | ${Math.round(lines / seconds).toLocaleString('en-US')} | ${seconds.toFixed(2)} | ${cpu === null ? '' : cpu.toFixed(2)} | ${peak === null ? '' : peak.toFixed(0)} | ${note} |`,
  )
}
console.log(
  '| what | lines/s | seconds | CPU seconds | peak memory, MB | |\n| --- | --- | --- | --- | --- | --- |',
)

async function measure(what: string, lines: number, run: () => Promise<string> | string): Promise<Measured> {
  let most = 0
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const looking = setInterval(look, 20)
  const before = process.cpuUsage()
  const start = performance.now()
  const note = await run()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  clearInterval(looking)
  look()
  const measured = { what, seconds, cpu: (user + system) / 1e6, peak: most / 2 ** 20, note }
  tell({ ...measured, lines })
  return measured
}

function command(what: string, lines: number, program: string, args: readonly string[]): void {
  const start = performance.now()
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const seconds = (performance.now() - start) / 1000
  if (error) tell({ what, lines, seconds: Number.NaN, cpu: null, peak: null, note: 'not present' })
  else tell({ what, lines, seconds, cpu: null, peak: null, note: status === 0 ? '' : stderr.slice(0, 80) })
}

async function readOnly(file: string): Promise<string> {
  const tally = new FileTally(file)
  const reader = new AnyLogReader(() => null, tally)
  for await (const bytes of createReadStream(file, { highWaterMark: portion })) reader.push(bytes)
  await reader.end()
  return `${tally.requests} read`
}

const threadFile = resolve('dist/replay-worker.js')
/** One thread, and one for each core: the latter as the built command starts them. */
const threadCounts = availableParallelism() > 1 ? [1, availableParallelism()] : [1]

async function replay(
  file: string,
  answers: KnownAnswers,
  learns: boolean,
  threads: number,
): Promise<string> {
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
  const { total } = answers
  if (requests !== total.requests || hits !== total.hits || originRequests !== total.originRequests)
    throw new Error('The replay does not give the known answers.')
  const asked = ((finished.summary.engineRuns / requests) * 100).toFixed(0)
  return `answers exact, ${((hits / requests) * 100).toFixed(0)} % hits, engine asked for ${asked} %`
}

/** The keys as texts, and a cache of one tier: what a simulation by hand would do. */
async function byLruCache(file: string): Promise<string> {
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
  return `${hits} hits of one tier, one TTL`
}

/** Seconds and CPU seconds of the replays, by threads, in the order of sizes. */
const replays = new Map<number, Measured[]>()

for (const requests of sizes) {
  const file = join(folder, `${requests}.log`)
  const answers = await write(file, requests)
  const name = requests.toLocaleString('en-US')
  await measure(`${name} lines: reading only`, requests, () => readOnly(file))
  for (const threads of threadCounts) {
    const what = `${name} lines: reading and replay, ${threads === 1 ? 'one thread' : `${threads} threads`}`
    if (threads > 1 && !existsSync(threadFile))
      tell({ what, lines: 0, seconds: 0, cpu: null, peak: null, note: 'not built; run npm run build' })
    else
      replays.set(threads, [
        ...(replays.get(threads) ?? []),
        await measure(what, requests, () => replay(file, answers, false, threads)),
      ])
  }
  // The slowest peers take minutes for more.
  if (requests <= 1_000_000) {
    await measure(`${name} lines: one thread, lifetimes learned in a first pass`, requests, () =>
      replay(file, answers, true, 1),
    )
    await measure(`${name} lines: split, Date.parse and lru-cache`, requests, () => byLruCache(file))
    command(`${name} lines: GoAccess, whole report`, requests, 'goaccess', [
      file,
      '--log-format=CLOUDFRONT',
      '--date-format=CLOUDFRONT',
      '--time-format=CLOUDFRONT',
      '--no-global-config',
      '-o',
      join(folder, 'goaccess.json'),
    ])
    command(
      `${name} lines: DuckDB’s CSV reader, all columns`,
      requests,
      hasPython() ? pythonProgram('python') : 'duckdb-is-not-here',
      [
        '-c',
        `import duckdb; print(duckdb.sql("SELECT count(*), sum(column03), count(DISTINCT column07) FROM read_csv('${file}', delim='\\t', header=false, skip=2, quote='', escape='')").fetchall())`,
      ],
    )
  }
  rmSync(file)
}
command('libCacheSim’s cachesim', 0, 'cachesim', ['--help'])
rmSync(folder, { recursive: true, force: true })

/** By how much the cost grew beyond the number of lines: 1 is linear. */
const first = sizes[0] ?? 1
for (const [threads, measured] of replays)
  sizes.slice(1).forEach((requests, index) => {
    const [small, large] = [measured[0], measured[index + 1]]
    if (!small || !large) return
    const slope = (of: (each: Measured) => number) => (of(large) / of(small) / (requests / first)).toFixed(2)
    console.log(
      `\n${threads === 1 ? 'One thread' : `${threads} threads`}, from ${first.toLocaleString('en-US')} to ${requests.toLocaleString('en-US')} lines: slope ${slope(({ seconds }) => seconds)} in seconds, ${slope(({ cpu }) => cpu ?? 0)} in CPU seconds.`,
    )
  })

console.log(
  `\nLoad of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}. Peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`,
)
