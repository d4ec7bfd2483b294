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
    onmessageerror: null,
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

const hasty = { longest: 50 }

test('a worker that hangs is ended, and the next run gets a new one', async () => {
  let starts = 0
  let ends = 0
  const runner = createWorkerRunner(() => {
    starts++
    const worker: WorkerLike = {
      onmessage: null,
      onmessageerror: null,
      postMessage(message) {
        const { id } = message as { id: number } // the client's own message
        queueMicrotask(() => worker.onmessage?.(new MessageEvent('message', { data: { id, begins: true } })))
      },
      terminate: () => {
        ends++
      },
    }
    return worker
  }, hasty)
  expect((await runner.run(run)).limit?.cannot).toBe('time')
  await runner.run(run)
  expect([starts, ends]).toEqual([2, 2])
})

test('a worker that never begins is given up after a longer while', async () => {
  const silent: WorkerLike = { onmessage: null, onmessageerror: null, postMessage() {}, terminate() {} }
  const began = performance.now()
  const runner = createWorkerRunner(() => silent, { patience: 120 })
  expect((await runner.run(run)).limit?.cannot).toBe('time')
  expect(performance.now() - began).toBeGreaterThan(100)
})

test('loading the engine is not the function’s time', async () => {
  const worker: WorkerLike = {
    onmessage: null,
    onmessageerror: null,
    terminate() {},
    postMessage(message) {
      const { id } = message as { id: number } // the client's own message
      const say = (data: object) => worker.onmessage?.(new MessageEvent('message', { data: { id, ...data } }))
      setTimeout(() => {
        say({ begins: true })
        say({ outcome: { ok: true } })
      }, 100)
    },
  }
  expect((await createWorkerRunner(() => worker).run(run)).ok).toBe(true)
})

test('an answer that cannot be read ends at once, and is said to be ours', async () => {
  const worker: WorkerLike = {
    onmessage: null,
    onmessageerror: null,
    terminate() {},
    postMessage: () => queueMicrotask(() => worker.onmessageerror?.(new MessageEvent('messageerror'))),
  }
  const outcome = await createWorkerRunner(() => worker).run(run)
  expect(outcome.limit).toEqual({ cannot: 'engine', what: 'broke down: its answer could not be read' })
})
