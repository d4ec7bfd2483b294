/** `npm test`: everything, on a fresh clone too. Two jobs at a time; stops at the first that fails. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findFirefox } from './browsers.js'
import { root } from './install.js'
import { runJobs } from './jobs.js'
import { setUp } from './setup.js'

const started = Date.now()
const say = (line) => process.stdout.write(`${line}\n`)
const counts = { passed: 0, failed: 0 }

function fail(message) {
  say(message)
  say(`${counts.passed} passed, ${Math.max(1, counts.failed)} failed`)
  process.exit(1)
}

const bin = (script) => join(root, script)
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')

function unitCounts() {
  return readJson(unitReport) ?? { passed: 0, failed: 0 }
}

/** The names of tests that passed only when they were run again. */
const shakyIn = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests.some(({ status }) => status === 'flaky') ? `${file} › ${title}` : [],
  ),
  ...suites.flatMap(shakyIn),
]

function e2eCounts() {
  const report = readJson(e2eReport) ?? {}
  const { expected = 0, unexpected: failed = 0, flaky = 0 } = report.stats ?? {}
  const shaky = shakyIn(report).map((name) => `SHAKY  failed, then passed when run again: ${name}`)
  return { passed: expected + flaky, failed, said: shaky.join('\n') }
}

const vite = (...args) => [bin('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', ...args]
const tsc = (...args) => [bin('node_modules/typescript/bin/tsc'), '--noEmit', ...args]

/** @type {(chromium: string) => import('./jobs.js').Job[]} */
const jobsWith = (chromium) => [
  { title: 'build page', args: vite() },
  { title: 'build cli', args: vite('--mode', 'cli') },
  { title: 'build library', args: vite('--mode', 'library') },
  { title: 'build engine', args: vite('--mode', 'engine') },
  { title: 'build the shard for Spark', args: vite('--mode', 'spark') },
  { title: 'lint', args: [bin('node_modules/@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'] },
  { title: 'types', args: tsc() },
  { title: 'types of the core', args: tsc('-p', 'src/core') },
  {
    title: 'end-to-end tests',
    args: [bin('node_modules/@playwright/test/cli.js'), 'test', '-c', 'e2e'],
    after: ['build page', 'build cli', 'build library', 'build the shard for Spark'],
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    report: e2eCounts,
  },
  { title: 'size budget', args: [bin('bin/size-budget.js')], after: ['build page'] },
  {
    title: 'what ships',
    args: [bin('bin/ships.js')],
    after: ['build page', 'build cli', 'build library', 'build engine', 'build the shard for Spark'],
  },
  { title: 'nothing unused', args: [bin('node_modules/knip/bin/knip.js'), '--no-progress'] },
  {
    title: 'unit tests',
    args: [bin('bin/unit.js')],
    // The browser's tests wait for pictures and clocks; these fill what they leave free.
    yields: true,
    report: unitCounts,
  },
]

function tell({ job, ok, seconds, output }) {
  const counted = job.report?.()
  counts.passed += counted?.passed ?? 0
  counts.failed += counted?.failed ?? 0
  const ranNone = ok && counted?.passed === 0
  const tests = counted ? `: ${counted.passed} tests` : ''
  say(`${ok ? 'ok    ' : 'FAILED'} ${job.title} (${seconds.toFixed(1)} s)${tests}`)
  if (counted?.said) say(counted.said)
  if (ok && !ranNone) return true
  say(output.slice(-30_000))
  say(ranNone ? `“${job.title}” ran no test.` : `“${job.title}” failed.`)
  return false
}

const made = await setUp()
if ('obstacle' in made) fail(made.obstacle)
say(`ok     what the tests need is here (${((Date.now() - started) / 1000).toFixed(1)} s)`)
if (!findFirefox()) say('NOTE   No Firefox on this machine (FIREFOX_PATH): its end-to-end test is left out.')
if (!process.env['CI']) say('NOTE   Random inputs are a quarter of those of CI (CI=1 tries all of them).')
mkdirSync(results, { recursive: true })
for (const report of [unitReport, e2eReport]) rmSync(report, { force: true })
const ok = await runJobs(jobsWith(made.chromium), 2, tell)
say(`all of it took ${((Date.now() - started) / 1000).toFixed(0)} s`)
if (!ok) fail('Not all of it is well.')
say(`${counts.passed} passed, ${counts.failed} failed`)
