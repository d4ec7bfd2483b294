/** The page's worker: runs functions off the main thread, so that the page can end it. */
import type { FunctionOutcome, FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from './runner.ts'

export interface WorkerCall {
  readonly id: number
  readonly run: FunctionRun
}

export type WorkerAnswer =
  | { readonly id: number; readonly begins: true }
  | { readonly id: number; readonly outcome: FunctionOutcome }

const runner = createRunner()

/** Says when the run begins, since loading the engine is not the function's time, and then what came of it. */
async function answer({ id, run }: WorkerCall, post: (message: WorkerAnswer) => void): Promise<void> {
  await runner.prepare()
  post({ id, begins: true })
  post({ id, outcome: await runner.run(run) })
}

self.onmessage = ({ data }: MessageEvent<WorkerCall>) => {
  void answer(data, (message) => self.postMessage(message))
}
