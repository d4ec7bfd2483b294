import { expect, test } from 'vitest'
import type { FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import { rememberingRunner } from './remembering-runner.ts'

const run: FunctionRun = {
  language: 'cloudfront-js-2.0',
  code: 'x',
  handler: 'handler',
  event: { a: 1 },
  now: 0,
}

test('the same run is made once; other code, another event or another time is another run', async () => {
  let runs = 0
  const inner: FunctionRunner = {
    run: async () => {
      runs += 1
      return { ok: true, logs: [], elapsedMs: 0, value: runs }
    },
    dispose() {},
  }
  const runner = rememberingRunner(inner)
  const values = []
  for (const other of [run, run, { ...run, code: 'y' }, { ...run, event: { a: 2 } }, { ...run, now: 1 }, run])
    values.push((await runner.run(other)).value)
  expect(values).toEqual([1, 1, 2, 3, 4, 1])
})

test('a sandbox that broke is asked again', async () => {
  let runs = 0
  const runner = rememberingRunner({
    run: async () => {
      runs += 1
      if (runs === 1) throw new Error('broken')
      return { ok: true, logs: [], elapsedMs: 0 }
    },
    dispose() {},
  })
  await expect(runner.run(run)).rejects.toThrow('broken')
  expect(await runner.run(run)).toMatchObject({ ok: true })
})
