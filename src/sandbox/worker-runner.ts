/**
 * The runner of the page: a worker that is ended when it does not answer in time, whatever the code inside is doing.
 * `start` makes the worker: `() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })`.
 */
import {
  defaultTimeoutMs,
  type FunctionOutcome,
  type FunctionRun,
  type FunctionRunner,
} from '#core/edge/runner.ts'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
}

/** Real milliseconds beyond a run's own limit before the worker is taken for hung. */
const graceMs = 3000
/** Real milliseconds until a run begins: the engine has to load, and earlier runs come first. */
const patienceMs = 30_000

interface Waiting {
  readonly finish: (outcome: FunctionOutcome) => void
  readonly limit: number
  timer: ReturnType<typeof setTimeout>
}

const stopped = (message: string): FunctionOutcome => ({
  ok: false,
  logs: [],
  elapsedMs: 0,
  error: { type: 'TimeoutError', message },
})

/** A runner over a worker of its own, which is started at the first run and again after it had to be ended. */
export function createWorkerRunner(
  start: () => WorkerLike,
  { patience = patienceMs }: { readonly patience?: number } = {},
): FunctionRunner {
  let worker: WorkerLike | null = null
  let nextId = 1
  const waiting = new Map<number, Waiting>()
  const end = (message: string): void => {
    worker?.terminate()
    worker = null
    for (const { finish, timer } of waiting.values()) {
      clearTimeout(timer)
      finish(stopped(message))
    }
    waiting.clear()
  }
  const giveUpAfter = (ms: number): ReturnType<typeof setTimeout> =>
    setTimeout(() => end(`The function did not answer within ${ms} ms and was ended.`), ms)
  const started = (): WorkerLike => {
    if (worker) return worker
    worker = start()
    worker.onmessage = ({ data }) => {
      if (data.broken) {
        end('The sandbox broke down.')
        return
      }
      const one = waiting.get(data.id)
      if (!one) return
      if (data.begins) {
        clearTimeout(one.timer)
        one.timer = giveUpAfter(one.limit)
        return
      }
      waiting.delete(data.id)
      clearTimeout(one.timer)
      one.finish(data.outcome)
    }
    return worker
  }
  return {
    run: (run: FunctionRun) =>
      new Promise((finish) => {
        const id = nextId++
        const limit = (run.timeoutMs ?? defaultTimeoutMs) + graceMs
        waiting.set(id, { finish, limit, timer: giveUpAfter(patience) })
        started().postMessage({ id, run })
      }),
    dispose: () => end('The sandbox was closed'),
  }
}
