/**
 * Standard logs of version 2 in JSON: one object a line, or one list of objects.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import { columnNamed, columnNames } from './columns.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import { LineWriter } from './tabular-reader.ts'

const columns = new Map<string, number>()
function columnOfKey(key: string): number {
  const known = columns.get(key)
  if (known !== undefined) return known
  const column = columnNamed(key)
  columns.set(key, column)
  return column
}

/** Hands on one record, or refuses it. */
export function takeRecord(record: unknown, writer: LineWriter, take: TakeLine, tally: FileTally): void {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    tally.refuse('The record is no JSON object.', JSON.stringify(record) ?? '')
    return
  }
  const values = new Array<string | undefined>(columnNames.length)
  for (const [key, value] of Object.entries(record)) {
    const column = columnOfKey(key)
    if (column >= 0 && value !== null && value !== undefined && values[column] === undefined)
      values[column] = String(value)
  }
  const reason = take(writer.write(values))
  if (reason === null) tally.requests += 1
  else tally.refuse(reason, JSON.stringify(record))
}

const newline = 10

export class JsonLinesReader implements LogReader {
  readonly format: LogFormat = 'standard log (JSON)'
  private readonly writer = new LineWriter()
  private readonly decoder = new TextDecoder()
  private readonly take: TakeLine
  private readonly tally: FileTally
  private rest = ''

  constructor(take: TakeLine, tally: FileTally) {
    this.take = take
    this.tally = tally
  }

  push(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(newline)
    const text = this.rest + this.decoder.decode(bytes, { stream: true })
    if (end < 0) {
      this.rest = text
      return
    }
    const last = text.lastIndexOf('\n')
    let at = 0
    while (at <= last) {
      const next = text.indexOf('\n', at)
      this.readLine(text.slice(at, next))
      at = next + 1
    }
    this.rest = text.slice(last + 1)
  }

  end(): void {
    this.readLine(this.rest + this.decoder.decode())
    this.rest = ''
  }

  private readLine(raw: string): void {
    const text = raw.trim()
    if (text === '') return
    this.tally.lines += 1
    let record: unknown
    try {
      record = JSON.parse(text)
    } catch {
      this.tally.refuse('The line is no JSON.', text)
      return
    }
    takeRecord(record, this.writer, this.take, this.tally)
  }
}
