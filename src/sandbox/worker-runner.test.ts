import { expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createWorkerRunner, type WorkerLike } from './worker-runner.ts'

const run: FunctionRun = {
  language: 'nodejs',
  code: '',
  handler: 'handler',
  event: {},
  now: 0,
  timeoutMs: -2980,
}

test('an answer reaches the run that asked', async () => {
  const worker: WorkerLike = {
    onmessage: null,
    terminate() {},
    postMessage(message) {
      const { id } = message as { id: number } // the client's own message
      queueMicrotask(() =>
        worker.onmessage?.(new MessageEvent('message', { data: { id, outcome: { ok: true, value: id } } })),
      )
    },
  }
  const runner = createWorkerRunner(() => worker)
  const outcomes = await Promise.all([runner.run(run), runner.run(run)])
  expect(outcomes.map(({ value }) => value)).toEqual([1, 2])
})

test('a worker that hangs is ended, and the next run gets a new one', async () => {
  let starts = 0
  let ends = 0
  const runner = createWorkerRunner(() => {
    starts++
    return {
      onmessage: null,
      postMessage() {},
      terminate: () => {
        ends++
      },
    }
  })
  expect((await runner.run(run)).error?.type).toBe('TimeoutError')
  await runner.run(run)
  expect([starts, ends]).toEqual([2, 2])
})
