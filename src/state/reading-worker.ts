/** The worker that reads and writes large sources for the page. */
import type { ReadProblem, Written } from '#core/formats/format.ts'
import { readSource, writeFormat } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'

export type ReadingCall =
  | { readonly operation: 'read'; readonly text: string }
  | { readonly operation: 'write'; readonly format: string; readonly document: DesignDocument }
export type ReadingAnswer =
  | { readonly document: DesignDocument }
  | { readonly problems: readonly ReadProblem[] }
  | { readonly written: Written }

function answerTo(call: ReadingCall): ReadingAnswer {
  if (call.operation === 'write') return { written: writeFormat(call.format, call.document) }
  const read = readSource(call.text)
  return read.ok ? { document: read.value.document } : { problems: read.error }
}

self.onmessage = ({ data }: MessageEvent<ReadingCall>) => self.postMessage(answerTo(data))
