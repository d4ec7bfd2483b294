/** Asks the source worker; answers come in order, each to its question. */
import type { SourceCall, SourceOperations } from './source-worker.ts'

type Operation = keyof SourceOperations
type Waiting = { readonly give: (value: unknown) => void; readonly fail: (error: Error) => void }

export interface SourceClient {
  readonly ask: <Name extends Operation>(
    operation: Name,
    ...given: Parameters<SourceOperations[Name]>
  ) => Promise<ReturnType<SourceOperations[Name]>>
  readonly dispose: () => void
}

/** A worker of its own; `dispose` ends it, and what it was asked stays without an answer. */
export function createSourceClient(): SourceClient {
  const worker = new Worker(new URL('./source-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  worker.onmessage = ({ data }: MessageEvent<{ id: number; value?: unknown; failure?: string }>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.failure === undefined) one?.give(data.value)
    else one?.fail(new Error(data.failure))
  }
  return {
    ask: (operation, ...given) =>
      new Promise((give, fail) => {
        const id = nextId++
        // What the worker answers to an operation is what that operation returns.
        waiting.set(id, { give: give as (value: unknown) => void, fail })
        worker.postMessage({ id, operation, given } satisfies SourceCall)
      }),
    dispose: () => worker.terminate(),
  }
}
