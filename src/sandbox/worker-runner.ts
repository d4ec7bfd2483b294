/**
 * The runner of the page: a worker that is ended when it does not answer in time, whatever the code inside is doing.
 * `start` makes the worker: `() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })`.
 */
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import { brokenDown, notRun } from './failures.ts'
import { backstopMs } from './work.ts'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  /** An answer came that cannot be read. */
  onmessageerror: ((event: MessageEvent) => void) | null
}

/** Real milliseconds after which a worker is taken for hung; a run that only counts too much ends by itself long before. */
const hungMs = backstopMs + 15_000
/** Real milliseconds until a run begins: the engine has to load, and earlier runs come first. */
const patienceMs = 30_000

type Structure = Readonly<Record<string, unknown>>
const isStructure = (value: unknown): value is Structure => typeof value === 'object' && value !== null
const isOutcome = (value: unknown): value is FunctionOutcome =>
  isStructure(value) && typeof value['ok'] === 'boolean'

interface Waiting {
  readonly finish: (outcome: FunctionOutcome) => void
  timer: ReturnType<typeof setTimeout>
}

/** A runner over a worker of its own, which is started at the first run and again after it had to be ended. */
export function createWorkerRunner(
  start: () => WorkerLike,
  { patience = patienceMs, longest = hungMs }: { readonly patience?: number; readonly longest?: number } = {},
): FunctionRunner {
  let worker: WorkerLike | null = null
  let nextId = 1
  const waiting = new Map<number, Waiting>()
  const end = (outcome: FunctionOutcome): void => {
    worker?.terminate()
    worker = null
    for (const { finish, timer } of waiting.values()) {
      clearTimeout(timer)
      finish(outcome)
    }
    waiting.clear()
  }
  const giveUpAfter = (ms: number): ReturnType<typeof setTimeout> =>
    setTimeout(
      () => end(notRun({ cannot: 'time', what: `ended the function, which did not answer within ${ms} ms` })),
      ms,
    )
  const heard = (data: Structure): void => {
    if (data['broken']) {
      end(brokenDown('its worker ended'))
      return
    }
    const id = typeof data['id'] === 'number' ? data['id'] : 0
    const one = waiting.get(id)
    if (!one) return
    clearTimeout(one.timer)
    if (data['begins']) {
      one.timer = giveUpAfter(longest)
      return
    }
    waiting.delete(id)
    one.finish(isOutcome(data['outcome']) ? data['outcome'] : brokenDown('its answer was none'))
  }
  const started = (): WorkerLike => {
    if (worker) return worker
    worker = start()
    worker.onmessage = ({ data }: MessageEvent<unknown>) => isStructure(data) && heard(data)
    worker.onmessageerror = () => end(brokenDown('its answer could not be read'))
    return worker
  }
  return {
    run: (run: FunctionRun) =>
      new Promise((finish) => {
        const id = nextId++
        waiting.set(id, { finish, timer: giveUpAfter(patience) })
        started().postMessage({ id, run })
      }),
    dispose: () => end(brokenDown('it was closed')),
  }
}
