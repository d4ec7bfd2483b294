/** Hands the records of a JSON document on, one by one, wrapped ones as the lines that they carry. */
import { isObject, lineIn, recordsIn } from './envelope.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import { valuesOf } from './record-values.ts'
import { LineWriter } from './tabular-reader.ts'

const encoder = new TextEncoder()

export class RecordTaker {
  private readonly take: TakeLine
  private readonly tally: FileTally
  private readonly readLines: () => LogReader
  private readonly writer = new LineWriter()
  /** Reads the lines that records carry. */
  private lines: LogReader | null = null

  constructor(take: TakeLine, tally: FileTally, readLines: () => LogReader) {
    this.take = take
    this.tally = tally
    this.readLines = readLines
  }

  get format(): LogFormat {
    return this.lines?.format ?? 'standard log (JSON)'
  }

  takeAll(value: unknown): void {
    const records = recordsIn(value)
    if (records !== null) for (const record of records) this.takeAll(record)
    else this.takeOne(value)
  }

  /** Lines within records are text, which is read at once. */
  end(): void {
    void this.lines?.end()
  }

  private takeOne(record: unknown): void {
    const line = lineIn(record)
    if (line !== null) {
      this.lines ??= this.readLines()
      this.lines.push(encoder.encode(line.endsWith('\n') ? line : `${line}\n`))
      return
    }
    const { tally } = this
    tally.lines += 1
    if (!isObject(record)) {
      tally.refuse('The record is no JSON object.', JSON.stringify(record) ?? '')
      return
    }
    const values = valuesOf(Object.keys(record), Object.values(record))
    const reason = this.take(this.writer.write(values))
    if (reason === null) tally.requests += 1
    else tally.refuse(reason, JSON.stringify(record))
  }
}
