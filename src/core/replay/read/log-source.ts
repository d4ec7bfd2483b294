/** Log files behind doors: the file system, files dropped on the page, standard input. */
import { FileTally, type LogShare, type TakeLine, takeShare } from './log-reader.ts'
import { AnyLogReader } from './recognize.ts'

export interface LogSource {
  readonly name: string
  /** Bytes as stored; null where not known. */
  readonly size: number | null
  /** Whether it can be opened again. */
  readonly isRepeatable: boolean
  /** Portions of the unpacked text. Throws a LogFileError where the file is damaged. */
  open(progress: (storedBytes: number) => void): AsyncIterable<Uint8Array>
}

/** A file that cannot be read to its end; the message is a sentence for people. */
export class LogFileError extends Error {}

/** Bytes of one portion that is read at once: small enough that a cancellation is soon noticed. */
const portion = 1 << 18

/** Hands a source's lines on, as far as they are the share's; waits for `step` after each portion. */
export async function readSource(
  source: LogSource,
  fieldOrders: readonly (readonly string[])[] | undefined,
  take: TakeLine,
  share: LogShare,
  step: (stored: number, tally: FileTally) => Promise<void>,
): Promise<FileTally> {
  const tally = new FileTally(source.name, share)
  const reader = new AnyLogReader(takeShare(take, tally), tally, fieldOrders)
  let stored = 0
  try {
    for await (const bytes of source.open((count) => {
      stored = count
    })) {
      for (let at = 0; at < bytes.length; at += portion) {
        reader.push(bytes.subarray(at, at + portion))
        await step(stored, tally)
      }
      // A device or a pipe may go on for ever.
      if (reader.isOver) break
    }
  } catch (error) {
    if (!(error instanceof LogFileError)) throw error
    tally.damage = error.message
  }
  const { damage } = tally
  await reader.end()
  if (damage !== null) tally.damage = damage
  return tally
}
