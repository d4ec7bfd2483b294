import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const head = `import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
const first = () => {
  if (existsSync('ran')) return false
  writeFileSync('ran', '')
  return true
}
`
const passes = `test('it holds', () => expect(1).toBe(1))\n`
const dies = (when: string) =>
  `test('it ends', () => { if (${when}) process.kill(process.pid, 'SIGKILL') })\n`

/** Runs files of tests in a folder of their own, all in one process. */
function run(files: Readonly<Record<string, string>>) {
  mkdirSync('test-results', { recursive: true })
  const folder = mkdtempSync('test-results/unit-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(
    join(folder, 'vitest.config.js'),
    'export default { test: { isolate: false, maxWorkers: 1, fileParallelism: false } }',
  )
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), head + text)
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV/.test(name)),
  )
  const { status } = spawnSync(process.execPath, [resolve('bin/unit.js')], { cwd: folder, env })
  return { status, ...JSON.parse(readFileSync(join(folder, 'test-results/unit.json'), 'utf8')) }
}

test('all that pass are counted, and nothing is said', () => {
  expect(run({ 'a.test.js': passes, 'b.test.js': passes })).toEqual({
    status: 0,
    passed: 2,
    failed: 0,
    said: '',
  })
})

test('a test that fails is not run again', () => {
  const result = run({ 'a.test.js': `test('it fails', () => expect(first()).toBe(false))\n` })
  expect(result).toEqual({ status: 1, passed: 0, failed: 1, said: '' })
})

test('files whose process was ended from outside are run again with those that it had not come to, and named', () => {
  const result = run({ 'a.test.js': passes + dies('first()'), 'b.test.js': passes, 'c.test.js': passes })
  expect(result).toMatchObject({ status: 0, passed: 4, failed: 0 })
  expect(result.said).toMatch(/^SHAKY.*\(SIGKILL\): .*a\.test\.js/)
})

test('a file that ends its process each time is a failure', () => {
  const result = run({ 'a.test.js': passes + dies('true'), 'b.test.js': passes })
  expect(result).toMatchObject({ status: 1 })
  expect(result.said).toMatch(/^ENDED.*\(SIGKILL, SIGKILL\): .*a\.test\.js/)
})
