/**
 * The command's runner of edge functions: a thread that is ended when it does not answer in time. QuickJS stops loops by
 * itself, but a single call of a built-in cannot be interrupted from within.
 */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { FunctionRunner } from '#core/edge/runner.ts'
import { createRunner } from '#sandbox/runner.ts'
import { createWorkerRunner, type WorkerLike } from '#sandbox/worker-runner.ts'

/** The built worker beside the built command; code of the command may be in a folder of chunks below it. */
const builtWorker = (): URL | undefined =>
  ['./', '../', '../../']
    .map((up) => new URL(`${up}sandbox-worker.js`, import.meta.url))
    .find((place) => existsSync(place))

function startThread(file: URL): WorkerLike {
  const thread = new Worker(file)
  // The command ends when its work is done; an idle sandbox does not keep it.
  thread.unref()
  const worker: WorkerLike = {
    onmessage: null,
    onmessageerror: null,
    postMessage: (message) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
  }
  // The one field of the event that the client reads.
  thread.on('message', (data) => worker.onmessage?.({ data } as MessageEvent))
  thread.on('messageerror', () => worker.onmessageerror?.({ data: null } as MessageEvent))
  thread.on('error', () => worker.onmessage?.({ data: { broken: true } } as MessageEvent))
  return worker
}

/** A runner in a thread of its own; unbuilt (in tests) there is no such thread, and the sandbox runs here. */
export function createSandbox(
  file: URL | undefined = builtWorker(),
  limits: { readonly longest?: number } = {},
): FunctionRunner {
  return file ? createWorkerRunner(() => startThread(file), limits) : createRunner()
}
