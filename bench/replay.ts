/**
 * A replay's figures, beside peers on the same file in the same run: `node bench/run.js replay [REQUESTS…] [--objects=N]`.
 * The log is written by the seeded generator, whose answers the replay is held to. Peers that are not installed are named as
 * such. Processor time is the measure on a machine that others use too.
 */

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { createGunzip, createGzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { replayThreads } from '#cli/replay-threads.ts'
import { FileTally } from '#core/replay/read/log-reader.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { totalOf } from '#core/replay/report/summarize.ts'
import { replayLogs } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { plainCost } from '#fixtures/money.ts'
import { pythonProgramIfThere } from '#fixtures/python.ts'
import { type KnownAnswers, syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'

const isOption = (text: string) => text.startsWith('--objects=')
const counts = process.argv
  .slice(3)
  .filter((text) => !isOption(text))
  .map(Number)
/** Distinct objects: with some thousand most requests hit, as on most sites; with 400,000 the misses show. */
const objects = Number(process.argv.find(isOption)?.slice('--objects='.length) ?? 4000)
const sizes = counts.length > 0 ? counts : [1_000_000]
const shape = { seed: 1, objects, hours: 1 }

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
  open: () => {
    const bytes = createReadStream(file, { highWaterMark: portion })
    return file.endsWith('.gz') ? bytes.pipe(createGunzip({ chunkSize: portion })) : bytes
  },
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

/** The processor time of a command as the shell counts it, in seconds; null where it does not say. */
function cpuIn(told: string): number | null {
  const [, ...parts] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(told) ?? []
  const [userMinutes, user, systemMinutes, system] = parts.map(Number)
  if (userMinutes === undefined || user === undefined) return null
  return userMinutes * 60 + user + (systemMinutes ?? 0) * 60 + (system ?? 0)
}

function command(what: string, lines: number, program: string, args: readonly string[]): void {
  const start = performance.now()
  const timed = ['-c', '"$0" "$@"; code=$?; times; exit $code', program, ...args]
  const { status, stdout, stderr } = spawnSync('sh', timed, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const seconds = (performance.now() - start) / 1000
  if (status === 127) tell({ what, lines, seconds: Number.NaN, cpu: null, peak: null, note: 'not present' })
  else
    tell({
      what,
      lines,
      seconds,
      cpu: cpuIn(stdout),
      peak: null,
      note: status === 0 ? '' : stderr.slice(0, 80),
    })
}

/** DuckDB reads the lines and makes a statement's table of them. */
const duckdb = (what: string, lines: number, file: string, statement: string): void =>
  command(what, lines, pythonProgramIfThere('python') ?? 'duckdb-is-not-here', [
    '-c',
    `import duckdb; duckdb.sql("PRAGMA threads=1"); print(len(duckdb.sql("${statement.replace('LOG', `read_csv('${file}', delim='\\t', header=false, skip=2, quote='', escape='', all_varchar=true)`)}").fetchall()))`,
  ])

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

/** The replay as the command does it, which learns lifetimes in a first pass, and with learning off; in one thread and more. */
async function measureReplays(name: string, requests: number, file: string, answers: KnownAnswers) {
  for (const threads of threadCounts) {
    const inThreads = threads === 1 ? 'one thread' : `${threads} threads`
    if (threads > 1 && !existsSync(threadFile)) {
      const what = `${name} lines: ${inThreads}`
      tell({ what, lines: 0, seconds: 0, cpu: null, peak: null, note: 'not built; run npm run build' })
      continue
    }
    for (const learns of [true, false]) {
      const what = `${name} lines: ${inThreads}, lifetimes ${learns ? 'learned first, as the command does' : 'not learned'}`
      const measured = await measure(what, requests, () => replay(file, answers, learns, threads))
      if (learns) replays.set(threads, [...(replays.get(threads) ?? []), measured])
    }
  }
}

function measurePeers(name: string, requests: number, file: string): void {
  const grouped =
    'SELECT column02, column07, column08, count(*), sum(TRY_CAST(column03 AS BIGINT)) FROM LOG GROUP BY ALL'
  duckdb(
    `${name} lines: DuckDB, one thread, requests and bytes by place, path and status`,
    requests,
    file,
    grouped,
  )
  command(`${name} lines: GoAccess, whole report`, requests, 'goaccess', [
    file,
    '--log-format=CLOUDFRONT',
    '--date-format=CLOUDFRONT',
    '--time-format=CLOUDFRONT',
    '--no-global-config',
    '-o',
    join(folder, 'goaccess.json'),
  ])
}

for (const requests of sizes) {
  const file = join(folder, `${requests}.log`)
  const answers = await write(file, requests)
  const name = requests.toLocaleString('en-US')
  await measure(`${name} lines: reading only`, requests, () => readOnly(file))
  await measureReplays(name, requests, file, answers)
  // The slowest peers take minutes for more.
  if (requests <= 1_000_000) {
    const packed = `${file}.gz`
    await pipeline(createReadStream(file), createGzip({ level: 1 }), createWriteStream(packed))
    await measure(`${name} lines of gzip: one thread, lifetimes learned first`, requests, () =>
      replay(packed, answers, true, 1),
    )
    await measure(`${name} lines: split, Date.parse and lru-cache`, requests, () => byLruCache(file))
    measurePeers(name, requests, file)
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
