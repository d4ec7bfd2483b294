/** Turns log lines into rows of numbers for the window, and says which lines cannot be replayed. */

import { loggedResults } from '#core/replay/serve/tallies.ts'
import { ByteTable } from './byte-table.ts'
import { columnOf } from './columns.ts'
import { decimalOf, integerOf, isAbsent, type LogLine, textOf } from './log-line.ts'

/** Milliseconds since the epoch; NaN where the line has neither date and time nor a timestamp. */
export class LineClock {
  private readonly day = new Uint8Array(10)
  private midnight = Number.NaN

  timeOf(line: LogLine): number {
    const field = line.fieldOf[columnOf.date] ?? -1
    if (field < 0) return timestampOf(line)
    const { bytes, stops } = line
    const start = (stops[field] ?? 0) + 1
    if ((stops[field + 1] ?? 0) - start !== 10) return timestampOf(line)
    for (let at = 0; at < 10; at += 1)
      if (bytes[start + at] !== this.day[at]) {
        this.startDay(bytes.subarray(start, start + 10))
        break
      }
    return this.midnight + secondsOfDay(line) * 1000
  }

  private startDay(bytes: Uint8Array): void {
    this.day.set(bytes)
    this.midnight = Date.parse(`${String.fromCharCode(...bytes)}T00:00:00Z`)
  }
}

function secondsOfDay(line: LogLine): number {
  const field = line.fieldOf[columnOf.time] ?? -1
  if (field < 0) return Number.NaN
  const { bytes, stops } = line
  const start = (stops[field] ?? 0) + 1
  if ((stops[field + 1] ?? 0) - start < 8) return Number.NaN
  const digit = (at: number) => (bytes[start + at] ?? 0) - 48
  const hours = digit(0) * 10 + digit(1)
  const minutes = digit(3) * 10 + digit(4)
  const seconds = digit(6) * 10 + digit(7)
  const isTime = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 61
  return isTime ? hours * 3600 + minutes * 60 + seconds : Number.NaN
}

/** Seconds with decimals, or whole milliseconds. */
function timestampOf(line: LogLine): number {
  const value = decimalOf(line, columnOf.timestamp)
  if (value <= 0) return Number.NaN
  return value > 1e11 ? value : value * 1000
}

/** Points of presence by number. */
export class Places {
  readonly codes: string[] = []
  private readonly table = new ByteTable()

  number(line: LogLine): number {
    const column = columnOf['x-edge-location']
    const number = this.table.begin().addColumn(line, column).number()
    if (number === this.codes.length) this.codes.push(textOf(line, column) ?? '')
    return number
  }
}

const resultNumbers = new Map<string, number>(loggedResults.map((result, number) => [result, number]))
// A hit in Origin Shield is a hit; real-time logs tell it apart.
resultNumbers.set('OriginShieldHit', 1)
const generated = 8
const other = 9

/** The number of the logged result. The first letters tell the usual ones apart. */
export function loggedResultOf(line: LogLine): number {
  const column = columnOf['x-edge-result-type']
  const field = line.fieldOf[column] ?? -1
  if (field < 0) return 0
  const start = (line.stops[field] ?? 0) + 1
  const length = (line.stops[field + 1] ?? 0) - start
  const first = line.bytes[start]
  if (first === 72 && length === 3) return 1
  if (first === 77 && length === 4) return 3
  if (isAbsent(line, column)) return 0
  const text = textOf(line, column) ?? ''
  return resultNumbers.get(text) ?? (/^(Function|Lambda)/.test(text) ? generated : other)
}

/** Why a line is none that can be replayed, apart from its time; null where it is. */
export function whyNot(line: LogLine): string | null {
  if (isAbsent(line, columnOf['cs-method'])) return 'The line names no method (cs-method).'
  if (isAbsent(line, columnOf['cs-uri-stem'])) return 'The line names no path (cs-uri-stem).'
  return null
}

/** Milliseconds to the first byte, else of the time taken; -1 where the log has neither. */
export function millisecondsOf(line: LogLine): number {
  const first = decimalOf(line, columnOf['time-to-first-byte'])
  const seconds = first >= 0 ? first : decimalOf(line, columnOf['time-taken'])
  return seconds < 0 ? -1 : Math.min(Math.round(seconds * 1000), longestTime)
}

/** What fits into 32 bits: 24 days. */
const longestTime = 2 ** 31 - 1

export const bytesOf = (line: LogLine): number => integerOf(line, columnOf['sc-bytes'])
/**
 * Whether fields of the request were encrypted: as logged, or where the log does not say, whether they can have been.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html
 */
export function isEncrypted(line: LogLine, method: string): boolean {
  const column = columnOf['fle-status']
  if ((line.fieldOf[column] ?? -1) < 0) return method === 'POST' || method === 'PUT'
  return !isAbsent(line, column) && textOf(line, column) === 'Processed'
}

export const uploadOf = (line: LogLine): number => Math.max(0, integerOf(line, columnOf['cs-bytes']))

/** What a line tells of the whole object's size: of a range that it goes so far, else its length; -1 where it has none. */
export function measuredOf(line: LogLine): number {
  if (integerOf(line, columnOf['sc-status']) !== 206) return integerOf(line, columnOf['sc-content-len'])
  return integerOf(line, columnOf['sc-range-end']) + 1
}
