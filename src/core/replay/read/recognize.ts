/** Finds out what a file is by its content and reads it accordingly. */
import { DelimitedReader, isDelimited } from './delimited-reader.ts'
import { DocumentReader } from './document-reader.ts'
import { JsonLinesReader } from './json-reader.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import { ParquetReader } from './parquet-reader.ts'
import { RecordTaker } from './record-taker.ts'
import { TabularReader } from './tabular-reader.ts'
import { isUrlLine, UrlListReader } from './url-list-reader.ts'

/** Bytes looked at before a file counts as one without a line end. */
const lookedAt = 1 << 16
const decoder = new TextDecoder()

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

const isParquet = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x41, 0x52, 0x31)

/** Why bytes are no text, or null. */
function binaryKind(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return 'The file is a ZIP archive; unpack it first.'
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return 'The file is compressed with zstd; unpack it first.'
  if (startsWith(bytes, 0x42, 0x5a, 0x68)) return 'The file is compressed with bzip2; unpack it first.'
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return 'The file is UTF-16; logs are UTF-8.'
  const sample = bytes.subarray(0, 4096)
  const strange = sample.reduce(
    (count, byte) => (byte < 9 || (byte > 13 && byte < 32) ? count + 1 : count),
    0,
  )
  return strange * 50 > sample.length ? 'The file holds binary data, no text.' : null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const isRemark = (line: string) => line.trim() === '' || line.startsWith('#')

function readerFor(
  text: string,
  take: TakeLine,
  tally: FileTally,
  told: readonly (readonly string[])[],
): LogReader | null {
  const lines = text.split('\n')
  const first = lines.find((line) => line.trim() !== '')?.trimEnd() ?? ''
  const taker = () => new RecordTaker(take, tally, () => new AnyLogReader(take, tally, told))
  if (first.startsWith('{')) {
    const isHar = /^\{\s*"log"\s*:\s*\{/.test(text) || !isJson(first)
    return isHar ? new DocumentReader(take, taker(), tally) : new JsonLinesReader(taker(), tally)
  }
  if (first.startsWith('[')) return new DocumentReader(take, taker(), tally)
  const values = lines.find((line) => !isRemark(line))
  if (values?.includes('\t')) return new TabularReader(take, tally, told)
  // Lists of URLs may have remarks, too.
  if (values !== undefined && isUrlLine(values)) return new UrlListReader(take, tally)
  if (first.startsWith('#'))
    return values === undefined
      ? new TabularReader(take, tally, told)
      : new DelimitedReader(take, tally, told)
  return isDelimited(first, told) ? new DelimitedReader(take, tally, told) : null
}

/** True once a text shows its first line of values. */
const showsValues = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .some((line) => !isRemark(line))

/** Reads a file of any kind that logs come in; the first portion decides. */
export class AnyLogReader implements LogReader {
  private readonly take: TakeLine
  private readonly tally: FileTally
  private reader: LogReader | null = null
  private waiting: Uint8Array = new Uint8Array(0)
  private refused = false
  private readonly told: readonly (readonly string[])[]

  /** `told` are field orders for logs without a header, in the order of trust. */
  constructor(take: TakeLine, tally: FileTally, told: readonly (readonly string[])[] = []) {
    this.take = take
    this.tally = tally
    this.told = told
  }

  get format(): LogFormat {
    return this.reader?.format ?? 'not recognized'
  }

  get isOver(): boolean {
    return this.refused || (this.reader?.isOver ?? false)
  }

  push(bytes: Uint8Array): void {
    if (this.reader) {
      this.reader.push(bytes)
      return
    }
    if (this.refused) return
    const joined = new Uint8Array(this.waiting.length + bytes.length)
    joined.set(this.waiting)
    joined.set(bytes, this.waiting.length)
    this.waiting = joined
    const text = decoder.decode(joined.subarray(0, lookedAt)).trimStart()
    if (isParquet(joined) || showsValues(text) || joined.length >= lookedAt) this.decide()
  }

  end(): void | Promise<void> {
    if (!this.reader && !this.refused && this.waiting.length > 0) this.decide()
    const ending = this.reader?.end()
    return ending ? ending.then(() => this.conclude()) : this.conclude()
  }

  private conclude(): void {
    if (this.reader) this.tally.format = this.reader.format === 'HAR' ? this.tally.format : this.reader.format
    if (this.tally.lines === 0 && this.tally.damage === null) this.tally.damage = 'The file is empty.'
  }

  private decide(): void {
    const all = startsWith(this.waiting, 0xef, 0xbb, 0xbf) ? this.waiting.subarray(3) : this.waiting
    this.waiting = new Uint8Array(0)
    if (isParquet(all)) {
      this.reader = new ParquetReader(this.take, this.tally)
      this.tally.format = this.reader.format
      this.reader.push(all)
      return
    }
    const binary = binaryKind(all)
    const text = decoder.decode(all.subarray(0, lookedAt)).trimStart()
    this.reader = binary === null ? readerFor(text, this.take, this.tally, this.told) : null
    if (!this.reader) {
      this.refused = true
      if (text !== '')
        this.tally.damage =
          binary ??
          'The file is no log that Frontage knows: standard logs (W3C, plain, JSON or CSV), real-time logs, HAR and lists of URLs are.'
      return
    }
    this.tally.format = this.reader.format
    this.reader.push(all)
  }
}
