/** Files that are read as a whole, up to a size that no template, scenario or list of values has. */
import { createReadStream } from 'node:fs'

/** Bytes of one file. */
export const mostBytes = 64 * 1024 * 1024

class TooLarge extends Error {
  readonly code = 'EFBIG'
}

/** The bytes of a file, or of standard input for `-`; what has no end, as some devices have none, is left there. */
export async function readBounded(file: string): Promise<Buffer> {
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
