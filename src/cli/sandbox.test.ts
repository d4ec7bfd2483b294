import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createSandbox } from './sandbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-sandbox-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** A thread that answers what `code` says, or hangs. */
function thread(code: string): URL {
  const file = join(folder, `${Math.random()}.mjs`)
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', ({ id, run }) => { parentPort.postMessage({ id, begins: true }); ${code} })`,
  )
  return pathToFileURL(file)
}
const run: FunctionRun = {
  language: 'nodejs',
  code: '',
  handler: 'handler',
  event: {},
  now: 0,
}

test('a thread that hangs is ended, and the command goes on', async () => {
  const sandbox = createSandbox(
    thread(
      'if (run.code === "hang") for (;;); parentPort.postMessage({ id, outcome: { ok: true, value: 1 } })',
    ),
    { longest: 500 },
  )
  expect((await sandbox.run({ ...run, code: 'hang' })).limit?.cannot).toBe('time')
  expect(await sandbox.run(run)).toMatchObject({ ok: true, value: 1 })
  sandbox.dispose()
})

test('a thread that breaks down is told as an error', async () => {
  const sandbox = createSandbox(thread('throw new Error("out")'))
  expect((await sandbox.run(run)).error?.message).toBe('Our sandbox broke down: its worker ended')
  sandbox.dispose()
})

test('unbuilt, the sandbox runs in the same thread', async () => {
  const sandbox = createSandbox(undefined)
  expect((await sandbox.run({ ...run, code: 'exports.handler = async () => 2', timeoutMs: 500 })).value).toBe(
    2,
  )
  sandbox.dispose()
})

test('an answer that no message can carry ends at once', async () => {
  // Nested deeper than the other side can read.
  const sandbox = createSandbox(
    thread(
      'let deep = []; for (let i = 0; i < 20000; i++) deep = [deep]; parentPort.postMessage({ id, outcome: { ok: true, value: deep } })',
    ),
  )
  expect((await sandbox.run(run)).limit?.cannot).toBe('engine')
  sandbox.dispose()
})
