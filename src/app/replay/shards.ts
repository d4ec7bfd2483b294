/** Workers of the replay's worker: each runs the same script and serves one shard. They end when it does. */
import type { DesignDocument } from '#core/model/document.ts'
import { withChange } from '#core/replay/serve/change.ts'
import {
  answerCall,
  RemoteShard,
  type ShardCall,
  type ShardReply,
  shardsFor,
  WorkerError,
} from '#core/replay/serve/remote-shard.ts'
import type { Workers, WorkerTask } from '#core/replay/serve/run.ts'
import { type ShardPort, ShardRun } from '#core/replay/serve/shard-run.ts'
import type { ReplayJob } from '#state/replay.ts'
import { optionsFor } from './options.ts'

/** The first message to a shard's worker; calls follow. */
export interface ShardStart {
  readonly kind: 'shard'
  readonly job: ReplayJob
  readonly document: DesignDocument
  readonly task: Omit<WorkerTask, 'onProgress'>
}

/** Workers beyond which the files are read more often than it is worth. */
const mostWorkers = 8

function startShard(
  document: DesignDocument,
  job: ReplayJob,
  { onProgress, ...task }: WorkerTask,
): ShardPort {
  const worker = new Worker(self.location.href, { type: 'module' })
  const shard = new RemoteShard(
    { post: (call: ShardCall) => worker.postMessage(call), terminate: () => worker.terminate() },
    onProgress,
  )
  worker.onmessage = ({ data }: MessageEvent<ShardReply>) => shard.take(data)
  worker.onerror = ({ message }) =>
    shard.fail(
      new WorkerError(message || 'A worker of the replay ended; the browser may be short of memory.'),
    )
  const start: ShardStart = { kind: 'shard', job, document, task }
  worker.postMessage(start)
  return shard
}

/**
 * Workers for a job: one for each core but the page's own; undefined for a small log. On two cores a second worker was
 * measured to take half as long again, and the page to miss frames (bench/replay-page.ts).
 */
export function shardWorkers(document: DesignDocument, job: ReplayJob): Workers | undefined {
  const files = job.files.map(({ name, size }) => ({ name, size, isRepeatable: true }))
  const { hardwareConcurrency: cores } = navigator
  const count = shardsFor(files, Math.min(Math.max(1, cores - 1), mostWorkers))
  return count <= 1 ? undefined : { count, start: (task) => startShard(document, job, task) }
}

/** Makes this worker a shard's: what it is called from now on goes to that. */
export function becomeShard({ job, document, task }: ShardStart): void {
  const options = optionsFor(document, job)
  const reply = (message: ShardReply) => self.postMessage(message)
  const shard = new ShardRun({
    ...options,
    ...task,
    distribution: task.change ? withChange(options.distribution, task.change) : options.distribution,
    onProgress: (progress) => reply({ kind: 'progress', progress }),
  })
  self.onmessage = ({ data: call }: MessageEvent<ShardCall>) => void answerCall(shard, call, reply)
}
