/** Reads and writes large sources in a worker, so that the page can be used meanwhile. */
import type { ReadProblem, Written } from '#core/formats/format.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { ReadingAnswer, ReadingCall } from './reading-worker.ts'
import { announce, useSession } from './session.ts'

/** Characters: what is shorter is read within a frame or two, sooner than a worker starts. */
const large = 300_000

export const isLarge = (text: string): boolean => text.length > large && typeof Worker !== 'undefined'

const megabytes = (text: string) => `${(text.length / 1024 / 1024).toFixed(1)} MB`

/**
 * Says every second how long it has been, so that nobody takes a long reading for a page that hangs. Returns how to
 * stop: what is done is said to be under way no longer.
 */
export function tellProgress(what: string): () => void {
  let told = `${what}…`
  announce(told)
  let seconds = 0
  const timer = setInterval(() => {
    seconds += 1
    told = `${what}, ${seconds} s…`
    announce(told)
  }, 1000)
  return () => {
    clearInterval(timer)
    if (useSession.getState().message === told) announce('')
  }
}

/** One worker for one call: what it has built of a large text goes with it. */
function ask(call: ReadingCall, what: string): Promise<ReadingAnswer> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
  const stop = tellProgress(what)
  return new Promise<ReadingAnswer>((give, fail) => {
    worker.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => give(data)
    worker.onerror = ({ message }) => fail(new Error(message))
    worker.postMessage(call)
  }).finally(() => {
    stop()
    worker.terminate()
  })
}

/** A text as a design; in a worker where it is large. */
export async function readInBackground(
  name: string,
  text: string,
): Promise<Result<DesignDocument, readonly ReadProblem[]>> {
  if (!isLarge(text)) {
    const { readSource } = await import('#core/formats/index.ts')
    const read = readSource(text)
    return read.ok ? ok(read.value.document) : failed(read.error)
  }
  const answer = await ask({ operation: 'read', text }, `Reading “${name}”, ${megabytes(text)}`)
  if ('document' in answer) return ok(answer.document)
  return failed('problems' in answer ? answer.problems : [])
}

/** A design in a format; in a worker where its source is large. */
export async function writeInBackground(format: string, document: DesignDocument): Promise<Written> {
  const text = document.source?.text ?? ''
  if (isLarge(text)) {
    const answer = await ask({ operation: 'write', format, document }, `Writing ${megabytes(text)}`)
    if ('written' in answer) return answer.written
  }
  const { writeFormat } = await import('#core/formats/index.ts')
  return writeFormat(format, document)
}
