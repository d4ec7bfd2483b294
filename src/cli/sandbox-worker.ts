/** The thread in which the command runs edge functions, so that it can be ended whatever they do. */
import { parentPort } from 'node:worker_threads'
import { createRunner } from '#sandbox/runner.ts'
import type { WorkerCall } from '#sandbox/worker.ts'

const runner = createRunner()
parentPort?.on('message', ({ id, run }: WorkerCall) => {
  void runner.run(run).then((outcome) => parentPort?.postMessage({ id, outcome }))
})
