/** Starts a worker for each replay; ending it is ending the worker. */
import type { ReplayMessage, ReplayPort } from '#state/replay.ts'

export const replayInWorker: ReplayPort = (job, tell) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<ReplayMessage>) => {
    if (data.kind !== 'progress') worker.terminate()
    tell(data)
  }
  worker.onerror = ({ message }) => {
    worker.terminate()
    tell({ kind: 'failed', message: message || 'The worker could not be started.' })
  }
  // The design as a plain copy: frozen documents can be sent as they are.
  worker.postMessage(job)
  return () => worker.terminate()
}
