/**
 * Runs the unit tests (of the files whose paths hold a word given, or all), and once more the files whose process ended
 * in the middle of them: a machine that is out of memory ends one, and says nothing of the code with that. What ended it
 * is told, also where the second run passes. Leaves counts and words in test-results/unit.json.
 */
import { subscribe } from 'node:diagnostics_channel'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: process.cwd() } },
})

/** How processes ended that Vitest did not end itself: it sends SIGTERM to those that are done. */
const ends = []
subscribe('child_process', ({ process: child }) =>
  child.once('exit', (code, signal) => {
    if (signal ? signal !== 'SIGTERM' : code !== 0) ends.push(signal ?? `exit code ${code}`)
  }),
)

const isDeath = (error) => `${error?.message} ${error?.cause?.message}`.includes('Worker exited unexpectedly')
const statesOf = (module) => [...module.children.allTests()].map((test) => test.result().state)
const isWhole = (module) =>
  ['passed', 'failed', 'skipped'].includes(module.state()) && !statesOf(module).includes('pending')

async function run(filters) {
  const vitest = await startVitest('test', filters, { watch: false, root: values.root })
  // A process runs several files: those that it had not come to are unknown to what it told.
  const planned = await vitest.globTestSpecifications(filters)
  const whole = vitest.state.getTestModules().filter(isWhole)
  const done = new Set(whole.map(({ moduleId }) => moduleId))
  const states = whole.flatMap(statesOf)
  const isWell = whole.every((module) => module.ok()) && vitest.state.getUnhandledErrors().every(isDeath)
  await vitest.close()
  return {
    isWell,
    passed: states.filter((state) => state === 'passed').length,
    failed: states.filter((state) => state === 'failed').length,
    unfinished: planned.map(({ moduleId }) => moduleId).filter((file) => !done.has(file)),
  }
}

function told(files, isWell) {
  if (files.length === 0) return ''
  const how = ends.join(', ') || 'nobody knows how'
  const names = files.map((file) => relative(values.root, file)).join(', ')
  return `${isWell ? 'SHAKY  passed when run again:' : 'ENDED '} the process of these files ended by itself (${how}): ${names}`
}

const first = await run(positionals)
const again = first.isWell && first.unfinished.length > 0 ? await run(first.unfinished) : undefined
const last = again ?? first
const passed = first.passed + (again?.passed ?? 0)
const isWell = last.isWell && last.unfinished.length === 0 && passed > 0
const said = told(first.unfinished, isWell)
if (said) process.stdout.write(`${said}\n`)
const report = join(values.root, 'test-results/unit.json')
mkdirSync(dirname(report), { recursive: true })
writeFileSync(report, JSON.stringify({ passed, failed: first.failed + (again?.failed ?? 0), said }))
process.exit(isWell ? 0 : 1)
