/** The page's worker: runs functions off the main thread, so that the page can end it. */
import type { FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from './runner.ts'

export interface WorkerCall {
  readonly id: number
  readonly run: FunctionRun
}

const runner = createRunner()
self.onmessage = ({ data }: MessageEvent<WorkerCall>) => {
  void runner.run(data.run).then((outcome) => self.postMessage({ id: data.id, outcome }))
}
