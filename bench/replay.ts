/**
 * A replay's figures, beside peers on the same file in the same run: `node bench/run.js replay [REQUESTS…] [--objects=N]`.
 * The log is written by the seeded generator, whose answers the replay is held to. Peers that are not installed are named as
 * such. Processor time is the measure on a machine that others use too.
 */

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'
import { pythonProgramIfThere } from '#fixtures/python.ts'
import { type KnownAnswers, syntheticLog } from '#fixtures/synthetic-log.ts'
import { type Counted, type OneRun, runOne, threadFile } from './replay-one.ts'

if (process.argv[2] === 'one') {
  await runOne(process.argv.slice(3))
  process.exit()
}

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

interface Measured {
  readonly what: string
  readonly seconds: number
  /** Of the process with all its threads, where it is known. */
  readonly cpu: number | null
  /** The most memory of the process, in megabytes; null for others than ours. */
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

/** A run in a process of its own; a replay's answers have to be the known ones. */
function measure(what: string, lines: number, answers: KnownAnswers | null, ...args: string[]): Measured {
  const own = [fileURLToPath(import.meta.url), 'one', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, own, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(stderr)
  const { counted, ...run } = JSON.parse(stdout) as OneRun // what it prints
  const measured = { what, ...run, note: counted && answers ? noteOf(counted, answers) : run.note }
  tell({ ...measured, lines })
  return measured
}

function noteOf({ requests, hits, originRequests, engineRuns }: Counted, { total }: KnownAnswers): string {
  if (requests !== total.requests || hits !== total.hits || originRequests !== total.originRequests)
    throw new Error('The replay does not give the known answers.')
  const share = (part: number) => `${((part / requests) * 100).toFixed(0)} %`
  return `answers exact, ${share(hits)} hits, engine asked for ${share(engineRuns)}`
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

/** One thread, and one for each core: the latter as the built command starts them. */
const threadCounts = availableParallelism() > 1 && existsSync(threadFile) ? [1, availableParallelism()] : [1]
if (!existsSync(threadFile)) console.log('Threads are not built; “npm run build” makes them.')

/** Seconds and CPU seconds of the replays, by threads, in the order of sizes. */
const replays = new Map<number, Measured[]>()

/** The replay as the command does it, which learns lifetimes first; with learning off; and from gzip. */
function measureReplays(
  name: string,
  requests: number,
  answers: KnownAnswers,
  logs: Readonly<Record<'plain' | 'packed', string>>,
): void {
  const ways = [
    ['lifetimes learned first, as the command does', logs.plain, 'learn'],
    ['lifetimes not learned', logs.plain, 'plain'],
    ['lifetimes learned first, from gzip', logs.packed, 'learn'],
  ] as const
  for (const threads of threadCounts)
    for (const [how, file, learns] of ways) {
      const what = `${name} lines: ${threads} thread${threads === 1 ? '' : 's'}, ${how}`
      const measured = measure(what, requests, answers, 'replay', file, learns, String(threads))
      if (how === ways[0][0]) replays.set(threads, [...(replays.get(threads) ?? []), measured])
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
  measure(`${name} lines: reading only`, requests, null, 'read', file)
  const packed = `${file}.gz`
  await pipeline(createReadStream(file), createGzip({ level: 1 }), createWriteStream(packed))
  measureReplays(name, requests, answers, { plain: file, packed })
  // The slowest peers take minutes for more.
  if (requests <= 1_000_000) {
    measure(`${name} lines: split, Date.parse and lru-cache`, requests, null, 'lru', file)
    measurePeers(name, requests, file)
  }
  rmSync(file)
  rmSync(packed)
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
    .join(', ')}.`,
)
