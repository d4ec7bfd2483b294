/**
 * Tab-separated logs: standard logs (version 1 and 2, with or without header) and real-time logs. Works on bytes: a line
 * that is read costs no allocation.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
import { areRealtime, columnNames, columnOf, columnsOf } from './columns.ts'
import { fieldOrderOf, namesFields, noOrder, whyNotReplayed } from './field-order.ts'
import { emptyLine, maxFields, pathAlone, queryAlone } from './log-line.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'

const tab = 9
const newline = 10
const carriageReturn = 13
const hash = 35
const questionMark = 63
const decoder = new TextDecoder()

/** The longest line that is kept while its end has not come. */
const longestLine = 1 << 20

const leadingColumns = ['date', 'time', 'timestamp', 'cs-uri-stem'] as const

export class TabularReader implements LogReader {
  format: LogFormat = 'standard log'
  private readonly line = emptyLine()
  private readonly take: TakeLine
  private readonly tally: FileTally
  /** Fields in a line; 0 until a header or the first line says so. */
  private fieldCount = 0
  /** Fields up to the last one of path and time, which tell whether a line is the share's. */
  private leadingFields = 0
  /** How far {@link passForeign} has looked at a line of the share's own: the tab or line end of so many fields. */
  private fieldsSeen = 1
  private seenUntil = 0
  /** The beginning of a line whose end is in the next portion. */
  private rest: Uint8Array | null = null
  /** The field that holds path and query string together; -1 where the path stands alone. */
  private wholeUri = -1
  private refusal: string | null = null
  private readonly told: readonly (readonly string[])[]

  /** `told` are field orders for a log without a header, in the order of trust. */
  constructor(take: TakeLine, tally: FileTally, told: readonly (readonly string[])[] = []) {
    this.take = take
    this.tally = tally
    this.told = told
  }

  push(portion: Uint8Array): void {
    let from = 0
    if (this.rest) {
      const end = portion.indexOf(newline)
      const part = end < 0 ? portion : portion.subarray(0, end + 1)
      const joined = new Uint8Array(this.rest.length + part.length)
      joined.set(this.rest)
      joined.set(part, this.rest.length)
      this.rest = null
      if (end < 0) {
        this.keep(joined)
        return
      }
      this.readLines(joined, 0, joined.length)
      from = end + 1
    }
    const end = portion.lastIndexOf(newline) + 1
    if (end > from) this.readLines(portion, from, end)
    if (Math.max(end, from) < portion.length) this.keep(portion.slice(Math.max(end, from)))
  }

  end(): void {
    if (!this.rest) return
    const last = new Uint8Array(this.rest.length + 1)
    last.set(this.rest)
    last[last.length - 1] = newline
    this.rest = null
    this.readLines(last, 0, last.length)
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length <= longestLine) {
      this.rest = bytes
      return
    }
    this.tally.lines += 1
    this.tally.refuse(`The line is longer than ${longestLine} bytes.`, bytes)
  }

  /** Every line of `bytes` between the two places; the last byte is a line end. */
  private readLines(bytes: Uint8Array, from: number, to: number): void {
    const { line } = this
    const { stops } = line
    const { isPartial } = this.tally.share
    line.bytes = bytes
    let at = from
    while (at < to) {
      const start = at
      stops[0] = start - 1
      let fields = 1
      if (isPartial && bytes[start] !== hash) {
        const next = this.passForeign(bytes, start)
        if (next !== start) {
          at = next
          continue
        }
        fields = this.fieldsSeen
        at = this.seenUntil
      }
      for (;;) {
        const byte = bytes[at] as number // the portion ends with a line end
        if (byte <= newline) {
          if (byte === tab) {
            if (fields < maxFields) stops[fields] = at
            fields += 1
          } else if (byte === newline) break
        }
        at += 1
      }
      const end = bytes[at - 1] === carriageReturn && at > start ? at - 1 : at
      if (fields <= maxFields) stops[fields] = end
      at += 1
      if (end === start) continue
      this.tally.lines += 1
      if (bytes[start] === hash) this.readDirective(decoder.decode(bytes.subarray(start, end)))
      else this.readFields(bytes, start, end, fields)
    }
  }

  /** Where the next line begins if this one is another shard's, else where this one does. */
  private passForeign(bytes: Uint8Array, start: number): number {
    const { line, leadingFields, tally } = this
    const { stops } = line
    tally.isOurs = false
    this.fieldsSeen = 1
    this.seenUntil = start
    if (leadingFields === 0) return start
    let at = start
    let fields = 1
    for (; ; at += 1) {
      const byte = bytes[at] as number // the portion ends with a line end
      if (byte === newline) {
        stops[fields] = bytes[at - 1] === carriageReturn && at > start ? at - 1 : at
        const isEmpty = fields === 1 && stops[fields] === start
        if (isEmpty) return start
        if (fields < leadingFields) return tally.share.ownsPathless ? start : this.passed(at + 1)
        break
      }
      if (byte !== tab) continue
      stops[fields] = at
      if (fields === leadingFields) break
      fields += 1
    }
    if (this.wholeUri >= 0) this.splitUri(bytes)
    tally.isOurs = tally.share.owns(line)
    if (tally.isOurs) {
      this.fieldsSeen = fields
      this.seenUntil = at
      return start
    }
    tally.share.pass(line)
    return this.passed(bytes.indexOf(newline, at) + 1)
  }

  private passed(next: number): number {
    this.tally.lines += 1
    return next
  }

  private readFields(bytes: Uint8Array, start: number, end: number, fields: number): void {
    if (this.fieldCount === 0 && !this.infer(bytes, start, end, fields)) return
    const { tally } = this
    if (fields !== this.fieldCount) {
      if (fields >= this.leadingFields) tally.share.pass(this.line)
      tally.refuse(
        `The line has ${fields} tab-separated fields where ${this.fieldCount} belong.`,
        bytes.subarray(start, end),
      )
      return
    }
    if (this.wholeUri >= 0) this.splitUri(bytes)
    if (this.refusal !== null) tally.share.pass(this.line)
    const reason = this.refusal ?? this.take(this.line)
    if (reason === null) tally.requests += 1
    else tally.refuse(reason, bytes.subarray(start, end))
  }

  /** Real-time logs have the query string in `cs-uri-stem` too. */
  private splitUri(bytes: Uint8Array): void {
    const { stops } = this.line
    const start = stops[this.wholeUri] as number // a field of the line, as below
    const end = stops[this.wholeUri + 1] as number
    let split = start + 1
    while (split < end && bytes[split] !== questionMark) split += 1
    stops[pathAlone] = start
    stops[pathAlone + 1] = split
    stops[queryAlone] = split
    stops[queryAlone + 1] = Math.max(end, split + 1)
  }

  private readDirective(text: string): void {
    this.tally.comments += 1
    const fields = /^#Fields:\s*(.*)$/i.exec(text)?.[1]
    if (fields !== undefined) this.setFields(fields.trim().split(/[\s,]+/))
  }

  private setFields(names: readonly string[]): void {
    const { fieldOf } = this.line
    fieldOf.fill(-1)
    columnsOf(names.slice(0, maxFields)).forEach((column, index) => {
      if (column >= 0 && fieldOf[column] === -1) fieldOf[column] = index
    })
    this.fieldCount = names.length
    this.leadingFields =
      1 + Math.max(...leadingColumns.map((column) => this.line.fieldOf[columnOf[column]] ?? -1))
    this.format = names.includes('date') ? 'standard log' : 'real-time log'
    this.tally.format = this.format
    this.refusal = whyNotReplayed(names)
    this.wholeUri = areRealtime(names) ? (fieldOf[columnOf['cs-uri-stem']] ?? -1) : -1
    if (this.wholeUri < 0) return
    fieldOf[columnOf['cs-uri-stem']] = pathAlone
    if ((fieldOf[columnOf['cs-uri-query']] ?? -1) < 0) fieldOf[columnOf['cs-uri-query']] = queryAlone
  }

  /** Without a header the first line tells: names themselves, or values that look like a known order of fields. */
  private infer(bytes: Uint8Array, start: number, end: number, fields: number): boolean {
    const first = decoder.decode(bytes.subarray(start, end)).split('\t')
    if (namesFields(first)) {
      this.setFields(first)
      this.tally.comments += 1
      return false
    }
    const order = fieldOrderOf(first, this.told)
    if (order === null) {
      this.tally.refuse(noOrder(fields), bytes.subarray(start, end))
      return false
    }
    this.setFields(order)
    return true
  }
}

/** Writes lines column by column, for logs that are not tab-separated. */
export class LineWriter {
  private readonly line = emptyLine()
  private buffer = new Uint8Array(1 << 12)
  private readonly encoder = new TextEncoder()

  constructor() {
    for (const column of Object.values(columnOf)) this.line.fieldOf[column] = column
  }

  /** A line of these values; absent ones are null or undefined. Valid until the next call. */
  write(values: readonly (string | null | undefined)[]): ReturnType<typeof emptyLine> {
    const { line } = this
    let length = 0
    line.stops[0] = -1
    columnNames.forEach((_, column) => {
      const value = values[column] ?? '-'
      if (length + value.length * 3 + 1 > this.buffer.length) {
        const buffer = new Uint8Array((length + value.length * 3 + 1) * 2)
        buffer.set(this.buffer)
        this.buffer = buffer
      }
      length += this.encoder.encodeInto(value, this.buffer.subarray(length)).written
      line.stops[column + 1] = length
      length += 1
    })
    line.bytes = this.buffer
    return line
  }
}
