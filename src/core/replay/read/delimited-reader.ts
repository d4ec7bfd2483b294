/**
 * Logs whose fields are not separated by tabs: by spaces, as a delivery of version 2 may be told to and as copies from
 * pages are, by commas, semicolons or bars, and tables that Athena saved as CSV (RFC 4180).
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import { fieldOrderOf, namesFields, noOrder, whyNotReplayed } from './field-order.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import { valuesOf } from './record-values.ts'
import { LineWriter } from './tabular-reader.ts'
import { TextLines } from './text-lines.ts'

const delimiters = [',', ';', '|', ' '] as const
type Delimiter = (typeof delimiters)[number]

/** Cells of a line; quotes hold delimiters together, doubled ones are one. */
function quotedCells(text: string, delimiter: Delimiter): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= text.length) {
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1)
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
      if (end < 0) end = text.length
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 2
    } else {
      const end = text.indexOf(delimiter, at)
      cells.push(text.slice(at, end < 0 ? text.length : end))
      at = end < 0 ? text.length + 1 : end + 1
    }
  }
  return cells
}

/** Several spaces in a row are one delimiter: they come from tables in pages. */
function cellsOf(text: string, delimiter: Delimiter): string[] {
  if (delimiter === ' ') return text.split(/[ \t]+/)
  return text.includes('"') ? quotedCells(text, delimiter) : text.split(delimiter)
}

/** True for the first line of such a table: names of fields, or values in an order that CloudFront has. */
export const isDelimited = (text: string, told: readonly (readonly string[])[]): boolean =>
  delimiters.some((delimiter) => {
    const cells = cellsOf(text.trim(), delimiter)
    return namesFields(cells) || fieldOrderOf(cells, told) !== null
  })

export class DelimitedReader implements LogReader {
  format: LogFormat = 'standard log'
  private readonly writer = new LineWriter()
  private readonly text = new TextLines((line) => this.readLine(line))
  private readonly take: TakeLine
  private readonly tally: FileTally
  private readonly told: readonly (readonly string[])[]
  private names: readonly string[] = []
  private delimiter: Delimiter | null = null
  private refusal: string | null = null

  constructor(take: TakeLine, tally: FileTally, told: readonly (readonly string[])[]) {
    this.take = take
    this.tally = tally
    this.told = told
  }

  push(bytes: Uint8Array): void {
    this.text.push(bytes)
  }

  end(): void {
    this.text.end()
  }

  private setNames(names: readonly string[]): void {
    this.names = names
    this.delimiter = null
    this.refusal = whyNotReplayed(names)
    this.tally.comments += 1
    this.format = names.some((name) => name.toLowerCase() === 'date') ? 'standard log' : 'real-time log'
  }

  private readLine(text: string): void {
    this.tally.lines += 1
    if (text.startsWith('#')) {
      const fields = /^#Fields:\s*(.*)$/i.exec(text)?.[1]
      if (fields === undefined) this.tally.comments += 1
      else this.setNames(fields.trim().split(/[\s,;|]+/))
      return
    }
    const cells = this.cells(text)
    if (cells === null) return
    const reason =
      this.refusal ??
      (cells.length === this.names.length
        ? this.take(this.writer.write(valuesOf(this.names, cells)))
        : `The line has ${cells.length} fields where ${this.names.length} belong.`)
    if (reason === null) this.tally.requests += 1
    else this.tally.refuse(reason, text)
  }

  /** The cells of a line of values; null for a line of names, or where nobody knows what they are. */
  private cells(text: string): string[] | null {
    if (this.delimiter !== null) return cellsOf(text, this.delimiter)
    for (const delimiter of delimiters) {
      const cells = cellsOf(text, delimiter)
      if (this.names.length > 0 ? cells.length === this.names.length : this.nameBy(cells)) {
        if (this.delimiter === null && namesFields(cells)) return null
        this.delimiter = delimiter
        return cells
      }
    }
    if (this.names.length > 0) return cellsOf(text, ' ')
    this.tally.refuse(noOrder(cellsOf(text, ' ').length), text)
    return null
  }

  /** Names the fields by the first line; false where it tells nothing. */
  private nameBy(cells: readonly string[]): boolean {
    const order = namesFields(cells) ? cells : fieldOrderOf(cells, this.told)
    if (order === null) return false
    this.setNames(order)
    if (order !== cells) this.tally.comments -= 1
    return true
  }
}
