/** Files that are read as a whole, up to a size that no template, scenario or list of values has. */
import { createReadStream, readFileSync, statSync } from 'node:fs'

/** Bytes of one file. */
export const mostBytes = 64 * 1024 * 1024

class TooLarge extends Error {
  readonly code = 'EFBIG'
}

/** The bytes of a plain file at once, since a stream costs more than most of them; the system's own tell no size. */
function plainFile(file: string): Buffer | undefined {
  const found = statSync(file)
  return found.isFile() && found.size > 0 && found.size <= mostBytes ? readFileSync(file) : undefined
}

/** The bytes of a file, or of standard input for `-`; what has no end, as some devices have none, is left there. */
export async function readBounded(file: string): Promise<Buffer> {
  const plain = file === '-' ? undefined : plainFile(file)
  if (plain) return plain
  const stream: AsyncIterable<Buffer | string> = file === '-' ? process.stdin : createReadStream(file)
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > mostBytes) throw new TooLarge(`${file} is too large`)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/** The same as text. */
export const readTextBounded = async (file: string): Promise<string> =>
  (await readBounded(file)).toString('utf8')
