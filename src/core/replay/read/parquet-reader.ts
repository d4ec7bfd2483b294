/**
 * Standard logs of version 2 in Parquet. The table of contents of such a file is at its end, so it is read as a whole;
 * CloudFront writes many small ones.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import { gunzipSync } from 'fflate'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import { valuesOf } from './record-values.ts'
import { LineWriter } from './tabular-reader.ts'

/** The largest file that is read as a whole. */
const largestFile = 512 * 1024 * 1024
/** Rows that are unpacked at a time. */
const portion = 20_000
/** The most bytes that one page may say it unpacks to: writers make pages of about a megabyte. */
const largestPage = 128 * 1024 * 1024

/** A place for a page, as large as its header says: what is packed in it cannot come to more. */
function placeFor(length: number): Uint8Array {
  if (!(length >= 0 && length <= largestPage))
    throw new RangeError('a page of it unpacks to more than 128 MB')
  return new Uint8Array(length)
}

/** A page of gzip. Where it holds more than was said, it is as wrong as one that holds less. */
function unzipped(packed: Uint8Array, length: number): Uint8Array {
  const place = placeFor(length)
  return gunzipSync(packed, { out: place })
}

export class ParquetReader implements LogReader {
  readonly format: LogFormat = 'standard log (Parquet)'
  private readonly writer = new LineWriter()
  private readonly take: TakeLine
  private readonly tally: FileTally
  private readonly parts: Uint8Array[] = []
  private size = 0

  constructor(take: TakeLine, tally: FileTally) {
    this.take = take
    this.tally = tally
  }

  get isOver(): boolean {
    return this.size > largestFile
  }

  push(bytes: Uint8Array): void {
    this.size += bytes.length
    if (this.size <= largestFile) this.parts.push(bytes.slice())
  }

  async end(): Promise<void> {
    if (this.isOver) {
      this.tally.damage = 'A Parquet file of more than 512 MB is not read as a whole; split it first.'
      return
    }
    const bytes = new Uint8Array(this.size)
    let at = 0
    for (const part of this.parts.splice(0)) {
      bytes.set(part, at)
      at += part.length
    }
    try {
      await this.readRows(bytes.buffer)
    } catch (error) {
      this.tally.damage = `The Parquet file cannot be read to its end (${error instanceof Error ? error.message : String(error)}). Choose JSON or W3C as the output format of the logs, or convert it.`
    }
  }

  /** The library is loaded with the first such file. */
  private async readRows(buffer: ArrayBuffer): Promise<void> {
    const { parquetMetadataAsync, parquetReadObjects, snappyUncompress } = await import('hyparquet')
    const file = {
      byteLength: buffer.byteLength,
      slice: (from: number, to?: number) => buffer.slice(from, to),
    }
    const metadata = await parquetMetadataAsync(file)
    const rows = Number(metadata.num_rows)
    for (let rowStart = 0; rowStart < rows; rowStart += portion) {
      const rowEnd = Math.min(rows, rowStart + portion)
      const records = await parquetReadObjects({
        file,
        metadata,
        rowStart,
        rowEnd,
        compressors: {
          GZIP: unzipped,
          SNAPPY: (packed, length) => {
            const place = placeFor(length)
            snappyUncompress(packed, place)
            return place
          },
        },
      })
      for (const record of records) this.takeRow(record)
    }
  }

  private takeRow(record: Readonly<Record<string, unknown>>): void {
    const { tally } = this
    tally.lines += 1
    const cells = Object.values(record)
    const reason = this.take(this.writer.write(valuesOf(Object.keys(record), cells)))
    if (reason === null) tally.requests += 1
    else tally.refuse(reason, cells.map(String).join(' '))
  }
}
