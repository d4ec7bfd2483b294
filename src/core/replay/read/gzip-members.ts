/**
 * Gzip data of any number of members, unpacked as far as it goes. What Node and browsers have is faster, and drops what it
 * has in hand when it meets a fault; so this goes over what they could not finish.
 */
import { FlateErrorCode, Gunzip } from 'fflate'
import { LogFileError } from './log-source.ts'

const cutOff = 'The gzip file ends too early: it was cut off. What came before was read.'
const damaged = 'The gzip file is damaged. What came before was read.'
const restBytes = 'After the gzip data stand bytes that are not gzip. They were left out; the rest was read.'

class Members {
  ready: Uint8Array[] = []
  fault: string | null = null
  private isOpen = true
  private isBegun = false
  private readonly gunzip = new Gunzip((bytes, isLast) => {
    this.ready.push(bytes)
    this.isOpen = !isLast
    this.isBegun ||= bytes.length > 0
  })

  push(bytes: Uint8Array, isEnd: boolean): void {
    try {
      this.gunzip.push(bytes, isEnd)
      if (isEnd && this.isOpen) this.fault = cutOff
    } catch (error) {
      // Whatever it stumbles over, the data are not what they should be.
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      const isRest = code === FlateErrorCode.InvalidHeader && this.isBegun
      this.fault = isRest ? restBytes : code === FlateErrorCode.UnexpectedEOF ? cutOff : damaged
    }
  }
}

async function* inFull(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const members = new Members()
  for await (const bytes of packed) {
    members.push(bytes, false)
    yield* members.ready.splice(0)
    if (members.fault !== null) break
  }
  if (members.fault === null) members.push(new Uint8Array(0), true)
  yield* members.ready
  if (members.fault !== null) throw new LogFileError(members.fault)
}

/** What the data hold past so many bytes that were unpacked before. Throws a LogFileError where they are damaged. */
export async function* unpackedMembers(
  packed: AsyncIterable<Uint8Array>,
  given = 0,
): AsyncGenerator<Uint8Array> {
  let left = given
  for await (const bytes of inFull(packed)) {
    const passed = Math.min(left, bytes.length)
    left -= passed
    if (passed < bytes.length) yield bytes.subarray(passed)
  }
}
