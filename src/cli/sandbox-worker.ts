/** The thread in which the command runs edge functions, so that it can be ended whatever they do. */
import { parentPort } from 'node:worker_threads'
import { createRunner } from '#sandbox/runner.ts'
import type { WorkerCall } from '#sandbox/worker.ts'

const runner = createRunner()

async function answer({ id, run }: WorkerCall): Promise<void> {
  await runner.prepare()
  parentPort?.postMessage({ id, begins: true })
  parentPort?.postMessage({ id, outcome: await runner.run(run) })
}
parentPort?.on('message', (call: WorkerCall) => void answer(call))
