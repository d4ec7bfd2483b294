/** Reads and writes the source off the main thread: a large template must not stop the canvas. */
import { formatChoices, locateAll, readText, writeText } from './source-text.ts'

const operations = { read: readText, write: writeText, locate: locateAll, formats: formatChoices }
export type SourceOperations = typeof operations

export interface SourceCall {
  readonly id: number
  readonly operation: keyof SourceOperations
  readonly given: readonly unknown[]
}

self.onmessage = ({ data }: MessageEvent<SourceCall>) => {
  const { id, operation, given } = data
  // The client's types tie each operation to its arguments.
  const run = operations[operation] as (...given: readonly unknown[]) => unknown
  try {
    self.postMessage({ id, value: run(...given) })
  } catch (error) {
    self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) })
  }
}
