/** Files of a folder as the objects of a bucket: where they lie, what is known of them, their bytes. */
import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import mime from 'mime'
import { wildcard } from '#core/trace/compile/selection.ts'
import { Flow } from '#local/bytes/flow.ts'

export interface StoredFile {
  readonly path: string
  readonly size: number
  readonly modified: Date
  readonly etag: string
  /** Lower-case names: content type, and what the folder's own list says. */
  readonly headers: Readonly<Record<string, string>>
}

/** Beside the files: `{ "assets/*": { "Cache-Control": "max-age=31536000" } }`; a key's patterns add up in order. */
export const objectsFile = '.frontage-objects.json'

/** What S3 gives an object that was uploaded without a type. */
const unknownType = 'binary/octet-stream'
/** Larger files get the entity tag of an upload in parts, which need not be the MD5 of the whole. */
const inParts = 16 * 1024 * 1024
/** Files of up to so many bytes are read in one go. */
const small = 64 * 1024

type Metadata = readonly (readonly [pattern: RegExp, headers: Readonly<Record<string, string>>])[]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readMetadata(text: string): Metadata {
  const json: unknown = JSON.parse(text)
  if (!isRecord(json)) return []
  return Object.entries(json).map(([pattern, headers]) => [
    wildcard(pattern.replace(/^\//, '')),
    Object.fromEntries(
      Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]),
    ),
  ])
}

/** A missing file, or one that may not be read, is no object. */
const orNothing = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null)

export class Files {
  private readonly root: string
  private readonly tags = new Map<string, { readonly stamp: string; readonly etag: string }>()
  private metadata: { readonly stamp: string; readonly entries: Metadata } = { stamp: '', entries: [] }

  constructor(folder: string) {
    this.root = resolve(folder)
  }

  /** The object of a key; null where there is none. A link that leads out of the folder leads nowhere. */
  async find(key: string): Promise<StoredFile | null> {
    if (key === '' || key.endsWith('/') || key.includes('\0') || key.split('/').includes('..')) return null
    if (key === objectsFile) return null
    const [root, path] = await Promise.all([
      orNothing(realpath(this.root)),
      orNothing(realpath(join(this.root, key))),
    ])
    if (root === null || path === null || !path.startsWith(root + sep)) return null
    const stats = await orNothing(stat(path))
    if (!stats?.isFile()) return null
    const etag = await orNothing(this.tagOf(path, stats))
    if (etag === null) return null
    return {
      path,
      size: stats.size,
      modified: new Date(Math.floor(stats.mtimeMs / 1000) * 1000),
      etag,
      headers: { 'content-type': mime.getType(key) ?? unknownType, ...(await this.described(key)) },
    }
  }

  /** The MD5 of the file, remembered as long as it is not written. */
  private async tagOf(path: string, { size, mtimeMs }: Stats): Promise<string> {
    const stamp = `${size} ${mtimeMs}`
    const known = this.tags.get(path)
    if (known?.stamp === stamp) return known.etag
    const hash = createHash('md5')
    const whole = size <= inParts
    const digest = hash.update(whole ? await readFile(path) : `${path} ${stamp}`).digest('hex')
    const etag = whole ? `"${digest}"` : `"${digest}-${Math.ceil(size / (8 * 1024 * 1024))}"`
    this.tags.set(path, { stamp, etag })
    return etag
  }

  private async described(key: string): Promise<Record<string, string>> {
    const file = join(this.root, objectsFile)
    const stats = await orNothing(stat(file))
    if (!stats) return {}
    const stamp = `${stats.size} ${stats.mtimeMs}`
    if (stamp !== this.metadata.stamp) {
      const entries = await orNothing(readFile(file, 'utf8').then(readMetadata))
      this.metadata = { stamp, entries: entries ?? [] }
    }
    return Object.assign(
      {},
      ...this.metadata.entries.filter(([pattern]) => pattern.test(key)).map(([, set]) => set),
    )
  }
}

/** The bytes of a file, `start` to `end`, both included. */
export async function fileFlow(file: StoredFile, start = 0, end = file.size - 1): Promise<Flow> {
  const length = end - start + 1
  if (length <= 0) return Flow.of(new Uint8Array(0))
  if (file.size <= small) {
    const bytes = await orNothing(readFile(file.path))
    return bytes === null ? brokenFlow(length) : Flow.of(bytes.subarray(start, end + 1))
  }
  const stream = createReadStream(file.path, { start, end })
  const flow = new Flow(length, {
    pause: () => stream.pause(),
    resume: () => stream.resume(),
    abort: () => stream.destroy(),
  })
  stream.on('data', (chunk) => flow.push(chunk as Buffer))
  stream.once('end', () => flow.end())
  stream.once('error', () => flow.break())
  stream.once('close', () => flow.break())
  return flow
}

function brokenFlow(length: number): Flow {
  const flow = new Flow(length)
  flow.break()
  return flow
}
