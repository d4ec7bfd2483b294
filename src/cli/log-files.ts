/** Log files for a replay: files, folders of them and standard input, unpacked where they are gzipped. */

import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { tableOf } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { unpackedMembers } from '#core/replay/read/gzip-members.ts'
import { LogFileError, type LogSource } from '#core/replay/read/log-source.ts'
import { type BucketOptions, bucketSources, isBucket, usualBounds } from './bucket-logs.ts'
import { errorCode, reasonFor } from './system.ts'

const readAhead = 1 << 20

const damage: Readonly<Record<string, string>> = tableOf({
  Z_BUF_ERROR: 'The gzip file ends too early: it was cut off. What came before was read.',
  Z_DATA_ERROR: 'The gzip file is damaged. What came before was read.',
  ENOENT: 'The file has gone meanwhile.',
  EISDIR: 'This is a folder.',
})

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Packed bytes that are kept to be gone over again where the file turns out to be damaged. */
const mostKept = 16 << 20

async function* unpackedByNode(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const kept: Uint8Array[] = []
  let size = 0
  let given = 0
  const noted = async function* () {
    for await (const portion of packed) {
      size += portion.length
      if (size <= mostKept) kept.push(portion)
      yield portion
    }
  }
  const gunzip = createGunzip({ chunkSize: readAhead })
  const stream = Readable.from(noted())
  stream.on('error', (error) => gunzip.destroy(error))
  stream.pipe(gunzip)
  try {
    for await (const portion of gunzip) {
      given += portion.length
      yield portion
    }
  } catch (error) {
    if (!String(errorCode(error)).startsWith('Z_') || size > mostKept) throw error
    yield* unpackedMembers(Readable.from(kept), given)
    // Its sums are not compared there.
    throw error
  } finally {
    stream.destroy()
  }
}

async function* unpacked(portions: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = portions[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  const all = async function* () {
    try {
      yield first.value
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      // Where nobody reads on, the file is closed.
      await iterator.return?.()
    }
  }
  if (!isGzip(first.value)) {
    yield* all()
    return
  }
  yield* unpackedByNode(all())
}

async function* opened(
  stream: AsyncIterable<Uint8Array>,
  progress: (stored: number) => void,
): AsyncGenerator<Uint8Array> {
  let stored = 0
  const counted = async function* () {
    for await (const portion of stream) {
      stored += portion.length
      progress(stored)
      yield portion
    }
  }
  try {
    yield* unpacked(counted())
  } catch (error) {
    if (error instanceof LogFileError) throw error
    const message = damage[errorCode(error)] ?? reasonFor(error, 'read')
    if (message === undefined) throw error
    throw new LogFileError(message)
  }
}

/** A file as it is now: what is written to it later is not read, so that all who read it find the same. */
export const fileSource = (path: string, size: number): LogSource => ({
  name: path,
  size,
  isRepeatable: true,
  open: (progress) =>
    opened(
      createReadStream(path, { highWaterMark: readAhead, ...(size > 0 && { end: size - 1 }) }),
      progress,
    ),
})

const standardInput: LogSource = {
  name: '-',
  size: null,
  isRepeatable: false,
  open: (progress) => opened(process.stdin, progress),
}

async function inFolder(folder: string): Promise<LogSource[]> {
  const names = (await readdir(folder, { recursive: true })).sort()
  const sources: LogSource[] = []
  for (const name of names) {
    const path = join(folder, name)
    const about = await stat(path).catch(() => null)
    // A link that leads nowhere, and what has gone meanwhile.
    if (about === null) continue
    const isHidden = name.split(/[\\/]/).some((part) => part.startsWith('.'))
    if (about.isFile() && !isHidden) sources.push(fileSource(path, about.size))
  }
  return sources
}

/** The sources at one place: a file, everything in a folder, objects of a bucket, standard input. */
async function sourcesAt(path: string, bucket: BucketOptions): Promise<Result<LogSource[], string>> {
  if (path === '-') return ok([standardInput])
  if (isBucket(path)) return bucketSources(path, bucket, opened)
  try {
    const about = await stat(path)
    if (!about.isDirectory()) return ok([fileSource(path, about.size)])
    const found = await inFolder(path)
    return found.length === 0 ? failed(`${path}: The folder holds no files.`) : ok(found)
  } catch (error) {
    const reason = reasonFor(error, 'read')
    if (reason === undefined) throw error
    return failed(`${path}: ${reason}`)
  }
}

/** The sources that paths name, folders with everything in them, in the order of their names. */
export async function logSources(
  paths: readonly string[],
  bucket: BucketOptions = usualBounds,
): Promise<Result<LogSource[], string[]>> {
  const sources: LogSource[] = []
  const problems: string[] = []
  for (const path of new Set(paths)) {
    const found = await sourcesAt(path, bucket)
    if (found.ok) sources.push(...found.value)
    else problems.push(found.error)
  }
  return problems.length > 0 ? failed(problems) : ok(sources)
}
