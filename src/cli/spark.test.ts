/** The job for Spark comes to the report that one machine comes to: by its steps, and on Spark itself where Java is. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { distributionsIn } from '#core/model/distribution.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { replayLogs, toReport } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { cloudFrontFunction, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'
import { sparkPython } from '#fixtures/python.ts'
import { logSources } from './log-files.ts'
import { whyNotOnSpark, writeSparkJob } from './spark.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-spark-'))
const logs = join(folder, 'logs')
const shards = 3
const design = distribution({
  Origins: [customOrigin('web')],
  DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingOptimized }),
})

const names =
  'date time x-edge-location sc-bytes cs-method x-host-header cs-uri-stem sc-status x-edge-result-type cs-protocol'
/** Objects of one size each, in files that follow each other; a few paths are asked for much. */
function writeLogs(lines: number, files: number): void {
  mkdirSync(logs, { recursive: true })
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  for (let file = 0; file < files; file += 1) {
    const text = Array.from({ length: lines / files }, (_, index) => {
      const at = Math.floor(((file * (lines / files) + index) * 86_400) / lines)
      const time = new Date(Date.UTC(2026, 0, 5) + at * 1000).toISOString()
      const path = next(3) > 0 ? next(9) : next(5000)
      const place = ['FRA56-P1', 'IAD89-C1', 'NRT57-C1'][next(3)]
      return `2026-01-05\t${time.slice(11, 19)}\t${place}\t${500 + ((path * 7919) % 40_000)}\tGET\twww.example.com\t/a${path}.css\t${path % 10 === 0 ? 404 : 200}\t${next(2) ? 'Hit' : 'Miss'}\thttps\n`
    })
    writeFileSync(
      join(logs, `E1.2026-01-05-0${file}.log`),
      `#Version: 1.0\n#Fields: ${names}\n${text.join('')}`,
    )
  }
}

const job = join(folder, 'job')
beforeAll(async () => {
  await build({
    configFile: 'vite.config.ts',
    mode: 'spark',
    logLevel: 'silent',
    build: { outDir: join(folder, 'dist'), emptyOutDir: true },
  })
  await writeSparkJob(
    job,
    { document: design, distribution: 'Site', lifetimes: [], invalidations: [], shards },
    pathToFileURL(join(folder, 'dist/spark-shard.js')),
  )
  writeLogs(6000, 3)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What one machine makes of the log, as text, without the list of files. */
async function single(): Promise<string> {
  const sources = await logSources([logs])
  if (!sources.ok) throw new Error(sources.error.join(' '))
  const options = {
    distribution: compile(design, 'Site'),
    sources: sources.value,
    cost: { facts: moneyFacts(design, 'Site') },
  }
  return figuresOf(toReport(await replayLogs(options), options))
}
function figuresOf(report: object): string {
  const { log, ...figures } = JSON.parse(JSON.stringify(report))
  return JSON.stringify({ ...figures, log: { ...log, files: undefined } })
}

const output = ({ status, stdout, stderr }: SpawnSyncReturns<string>): string => {
  if (status !== 0) throw new Error(stderr)
  return stdout
}
const shard = (verb: string, options: readonly string[], input = ''): string =>
  output(
    spawnSync(process.execPath, [join(job, 'shard.mjs'), verb, '--job', join(job, 'job.json'), ...options], {
      encoding: 'utf8',
      input,
      maxBuffer: 1 << 28,
    }),
  )

test('routed, surveyed, served and joined by hand, the shards come to what one machine comes to', async () => {
  const files = [0, 1, 2].map((file) => readFileSync(join(logs, `E1.2026-01-05-0${file}.log`), 'utf8'))
  const header = ['--header', `#Fields: ${names}`]
  const routed = files.flatMap((text) => shard('route', header, text).trim().split('\n'))
  const own = Array.from({ length: shards }, (_, index) =>
    routed
      .filter((line) => line.startsWith(`${index}\t`))
      .map((line) => line.split('\t').slice(2).join('\t'))
      .join('\n')
      .concat('\n'),
  )
  expect(own.join('').trim().split('\n')).toHaveLength(6000)
  const write = (name: string, parts: readonly string[]) => {
    writeFileSync(join(folder, name), parts.join(''))
    return join(folder, name)
  }
  const each = (verb: string, more: readonly string[]) =>
    own.map((lines, index) => shard(verb, [...header, ...more, '--shard', String(index)], lines))
  const evidence = write('evidence', each('survey', []))
  const learned = write('learned', [shard('conclude', ['--parts', evidence])])
  const results = write('results', each('serve', ['--learned', learned]))
  const { report } = JSON.parse(shard('report', ['--parts', results, '--learned', learned]))
  expect(figuresOf(report)).toBe(await single())
}, 60_000)

test('on Spark the job comes to what one machine comes to', async () => {
  const python = sparkPython()
  const java = spawnSync('java', ['-version'])
  if (java.status !== 0 || python === undefined) {
    process.stderr.write(
      '\nNOT RUN: the job on Spark, since Java or its Python environment is missing (npm run setup).\n\n',
    )
    return
  }
  const report = join(folder, 'report.json')
  output(
    spawnSync(python, ['job.py', pathToFileURL(`${logs}/`).href, report, process.execPath], {
      cwd: job,
      encoding: 'utf8',
      env: {
        ...process.env,
        SPARK_LOCAL_IP: '127.0.0.1',
        PYSPARK_PYTHON: python,
        PYSPARK_SUBMIT_ARGS:
          '--master local[2] --driver-memory 1g --conf spark.ui.enabled=false pyspark-shell',
      },
    }),
  )
  expect(figuresOf(JSON.parse(readFileSync(report, 'utf8')).report)).toBe(await single())
}, 400_000)

test('a design that cannot be shared out, or that runs functions, is refused with the reason', () => {
  expect(whyNotOnSpark(compile(design, 'Site'))).toBeNull()
  const running = distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Code' } }],
      }),
    },
    { Code: cloudFrontFunction('function handler(event) { return event.request }') },
  )
  expect(distributionsIn(running)).toHaveLength(1)
  expect(whyNotOnSpark(compile(running, 'Site'))).toContain('edge functions')
})

test('the job holds no text of the source', async () => {
  const secret = { ...design, source: { format: 'cloudformation', text: 'a secret of the template' } }
  const other = join(folder, 'other')
  await writeSparkJob(
    other,
    { document: secret, distribution: 'Site', lifetimes: [], invalidations: [], shards },
    pathToFileURL(join(folder, 'dist/spark-shard.js')),
  )
  expect(readFileSync(join(other, 'job.json'), 'utf8')).not.toContain('a secret')
})
