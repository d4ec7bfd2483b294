/** Files that were dropped on the page, as sources of a replay: unpacked where they are gzipped. */
import { unpackedMembers } from '#core/replay/read/gzip-members.ts'
import { LogFileError, type LogSource } from '#core/replay/read/log-source.ts'

/** Bytes read from a file at a time. */
const portion = 1 << 20

async function* portionsOf(file: Blob, progress: (stored: number) => void): AsyncGenerator<Uint8Array> {
  const read = (at: number) => file.slice(at, at + portion).arrayBuffer()
  let pending = read(0)
  for (let at = 0; at < file.size; at += portion) {
    const bytes = new Uint8Array(await pending)
    // The next portion comes while this one is worked on; that it cannot be read is told when it is its turn.
    pending = read(at + portion)
    pending.catch(() => undefined)
    progress(at + bytes.length)
    yield bytes
  }
}

/** How a gzip member begins: its mark, deflate, no reserved flag, and a sensible level. */
function isMemberAt(bytes: Uint8Array, at: number): boolean {
  const flags = bytes[at + 3] ?? 255
  const level = bytes[at + 8] ?? 255
  return (
    bytes[at] === 0x1f &&
    bytes[at + 1] === 0x8b &&
    bytes[at + 2] === 8 &&
    flags < 32 &&
    (level === 0 || level === 2 || level === 4)
  )
}

/** True where a further member may begin within the file: the browser's own unpacking stops at the end of the first. */
async function mayHaveMembers(file: Blob): Promise<boolean> {
  for (let start = 0; start < file.size; start += portion) {
    const bytes = new Uint8Array(await file.slice(start, start + portion + 16).arrayBuffer())
    for (let at = bytes.indexOf(0x1f, start === 0 ? 1 : 0); at >= 0; at = bytes.indexOf(0x1f, at + 1))
      if (isMemberAt(bytes, at)) return true
  }
  return false
}

async function* unpackedByBrowser(
  packed: AsyncIterable<Uint8Array>,
  again: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const feeding = (async () => {
    // The portions are copies of the file's bytes in buffers of their own.
    for await (const bytes of packed) await writer.write(bytes as Uint8Array<ArrayBuffer>)
    await writer.close()
  })()
  // The reader below sees the same failure.
  feeding.catch(() => undefined)
  const reader = stream.readable.getReader()
  let given = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      given += next.value.length
      yield next.value
    }
  } catch {
    yield* unpackedMembers(again(), given)
    throw new LogFileError('The gzip file is damaged: its data do not have the sum that it names.')
  }
}

/** A dropped file as a source. */
export const blobSource = (file: File): LogSource => ({
  name: file.name,
  size: file.size,
  isRepeatable: true,
  async *open(progress) {
    let head: Uint8Array
    try {
      head = new Uint8Array(await file.slice(0, 2).arrayBuffer())
    } catch {
      throw new LogFileError('The file cannot be read; it may have changed or gone since it was chosen.')
    }
    const packed = portionsOf(file, progress)
    if (head[0] !== 0x1f || head[1] !== 0x8b) yield* packed
    else if (await mayHaveMembers(file)) yield* unpackedMembers(packed)
    else yield* unpackedByBrowser(packed, () => portionsOf(file, progress))
  },
})
