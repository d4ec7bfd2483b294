/** Threads for the shards of a replay. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import { RemoteShard, type ShardReply, shardsFor, WorkerError } from '#core/replay/serve/remote-shard.ts'
import type { Invalidation } from '#core/replay/serve/replay.ts'
import type { Workers, WorkerTask } from '#core/replay/serve/run.ts'

/** What every shard of a replay has to know. */
export interface ThreadedReplay {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly lifetimes: readonly LifetimeRule[]
  readonly invalidations: readonly Invalidation[]
  readonly fieldOrders: readonly (readonly string[])[]
}
/** What a thread is started with. */
export interface ThreadTask extends ThreadedReplay, Omit<WorkerTask, 'onProgress'> {
  readonly files: readonly { readonly name: string; readonly size: number }[]
}

/** Threads beyond which the files are read more often than it is worth. */
const mostThreads = 8

/** The built thread beside the built command; code of the command may be in a folder of chunks below it. */
const builtThread = (): URL | undefined =>
  ['./', '../', '../../']
    .map((up) => new URL(`${up}replay-worker.js`, import.meta.url))
    .find((place) => existsSync(place))

const deathOf = (error: Error): Error =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new WorkerError(
        'A worker of the replay ran out of memory. Replay a smaller part of the log at a time, or give Node.js more memory (NODE_OPTIONS=--max-old-space-size=…).',
      )
    : error

function startThread(file: URL, replay: ThreadedReplay, sources: readonly LogSource[], task: WorkerTask) {
  const { onProgress, ...rest } = task
  const files = sources.map(({ name, size }) => ({ name, size: size ?? 0 }))
  const workerData: ThreadTask = { ...replay, ...rest, files }
  const thread = new Worker(file, { workerData })
  const shard = new RemoteShard(
    {
      post: (call) => thread.postMessage(call),
      terminate: () => void thread.terminate(),
    },
    onProgress,
  )
  thread.on('message', (reply: ShardReply) => shard.take(reply))
  thread.on('error', (error) => shard.fail(deathOf(error)))
  thread.on('exit', (code) =>
    shard.fail(new WorkerError(`A worker of the replay ended early, with status ${code}.`)),
  )
  return shard
}

/**
 * Threads for a replay of these files: as many as there are cores, or as were asked for. Undefined where the log is too
 * small for them, or (in tests) nothing is built.
 */
export function replayThreads(
  replay: ThreadedReplay,
  sources: readonly LogSource[],
  asked: number | undefined,
  file: URL | undefined = builtThread(),
): Workers | undefined {
  const count = asked ?? shardsFor(sources, Math.min(availableParallelism(), mostThreads))
  if (!file || count <= 1 || !sources.every(({ isRepeatable }) => isRepeatable)) return undefined
  return { count, start: (task) => startThread(file, replay, sources, task) }
}
