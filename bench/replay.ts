/**
 * A replay's figures, beside peers on the same file in the same run: `node bench/run.js replay [REQUESTS…]`. The log is
 * written by the seeded generator, whose answers the replay is held to. Peers that are not installed are named as such.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { FileTally } from '#core/replay/log-reader.ts'
import type { LogSource } from '#core/replay/log-source.ts'
import { AnyLogReader } from '#core/replay/recognize.ts'
import { replayLogs } from '#core/replay/run.ts'
import { totalOf } from '#core/replay/summarize.ts'
import { compile } from '#core/trace/compile.ts'
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
  /** Of this process; null for others. */
  readonly cpu: number | null
  readonly note: string
}

/** Prints a row as soon as it is known: the later ones may take minutes. */
function tell({ what, lines, seconds, cpu, note }: Measured & { readonly lines: number }): void {
  console.log(
    Number.isNaN(seconds) || lines === 0
      ? `| ${what} | | | | ${note || 'present'} |`
      : `| ${what} | ${Math.round(lines / seconds).toLocaleString('en-US')} | ${seconds.toFixed(2)} | ${cpu === null ? '' : cpu.toFixed(2)} | ${note} |`,
  )
}
console.log('| what | lines/s | seconds | CPU seconds | |\n| --- | --- | --- | --- | --- |')

async function measure(what: string, lines: number, run: () => Promise<string> | string): Promise<void> {
  const before = process.cpuUsage()
  const start = performance.now()
  const note = await run()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  tell({ what, lines, seconds, cpu: (user + system) / 1e6, note })
}

function command(what: string, lines: number, program: string, args: readonly string[]): void {
  const start = performance.now()
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const seconds = (performance.now() - start) / 1000
  if (error) tell({ what, lines, seconds: Number.NaN, cpu: null, note: 'not present' })
  else tell({ what, lines, seconds, cpu: null, note: status === 0 ? '' : stderr.slice(0, 80) })
}

async function readOnly(file: string): Promise<string> {
  const tally = new FileTally(file)
  const reader = new AnyLogReader(() => null, tally)
  for await (const bytes of createReadStream(file, { highWaterMark: portion })) reader.push(bytes)
  reader.end()
  return `${tally.requests} read`
}

async function replay(file: string, answers: KnownAnswers, learns: boolean): Promise<string> {
  const finished = await replayLogs({
    distribution: compile(syntheticDesign, 'Site'),
    sources: [sourceOf(file)],
    learns,
    cost: { priceClass: 'PriceClass_All' },
  })
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

for (const requests of sizes) {
  const file = join(folder, `${requests}.log`)
  const answers = await write(file, requests)
  const name = requests.toLocaleString('en-US')
  await measure(`${name} lines: reading only`, requests, () => readOnly(file))
  await measure(`${name} lines: reading and replay`, requests, () => replay(file, answers, false))
  // The slowest peers take minutes for more.
  if (requests <= 1_000_000) {
    await measure(`${name} lines: the same, lifetimes learned in a first pass`, requests, () =>
      replay(file, answers, true),
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
    const python = '.venv/bin/python'
    command(
      `${name} lines: DuckDB’s CSV reader, all columns`,
      requests,
      existsSync(python) ? python : 'duckdb-is-not-here',
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

console.log(
  `\nLoad of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}. Peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`,
)
