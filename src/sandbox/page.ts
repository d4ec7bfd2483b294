import type { FunctionRunner } from '#core/edge/runner.ts'
import { createWorkerRunner } from './worker-runner.ts'

/** The page's runner: edge functions run in a worker of their own, out of reach of the page. */
export const createPageRunner = (): FunctionRunner =>
  createWorkerRunner(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.onerror = () => worker.onmessage?.(new MessageEvent('message', { data: { broken: true } }))
    return worker
  })
