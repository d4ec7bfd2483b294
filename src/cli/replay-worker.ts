/** The thread of one shard of a replay. */
import { parentPort, workerData } from 'node:worker_threads'
import { withChange } from '#core/replay/serve/change.ts'
import { answerCall, type ShardCall, type ShardReply } from '#core/replay/serve/remote-shard.ts'
import { ShardRun } from '#core/replay/serve/shard-run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { fileSource } from './log-files.ts'
import type { ThreadTask } from './replay-threads.ts'
import { createSandbox } from './sandbox.ts'

const task = workerData as ThreadTask // what the thread is started with
const reply = (message: ShardReply) => parentPort?.postMessage(message)
const { document, distribution, change, files, shard, surveys, top, lifetimes, invalidations, fieldOrders } =
  task
const compiled = compile(document, distribution)

const run = new ShardRun({
  distribution: change ? withChange(compiled, change) : compiled,
  sources: files.map(({ name, size }) => fileSource(name, size)),
  shard,
  surveys,
  top,
  lifetimes,
  invalidations,
  fieldOrders,
  runner: createSandbox(),
  onProgress: (progress) => reply({ kind: 'progress', progress }),
})
parentPort?.on('message', (call: ShardCall) => void answerCall(run, call, reply))
