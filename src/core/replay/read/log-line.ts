/** One line of a log as bytes with the places of its columns: nothing is copied or decoded until somebody asks. */
import { columnNames } from './columns.ts'

export interface LogLine {
  bytes: Uint8Array
  /** Where each field of the file ends (its tab or line end); the first entry stands before the line. */
  readonly stops: Int32Array
  /** For each column the number of its field in the file, -1 where the file has none. */
  readonly fieldOf: Int16Array
}

/** The most fields a line may have. */
export const maxFields = 256

/** Fields that are part of another one: where a path holds its query string, the path and the query alone. */
export const pathAlone = maxFields + 2
export const queryAlone = pathAlone + 2

export const emptyLine = (): LogLine => ({
  bytes: new Uint8Array(0),
  stops: new Int32Array(queryAlone + 2),
  fieldOf: new Int16Array(columnNames.length).fill(-1),
})

const decoder = new TextDecoder()
const dash = 45

/** True where the line has no value for a column: the file lacks it, or it holds `-`. */
export function isAbsent(line: LogLine, column: number): boolean {
  const field = line.fieldOf[column] ?? -1
  if (field < 0) return true
  const start = (line.stops[field] ?? 0) + 1
  const length = (line.stops[field + 1] ?? 0) - start
  return length <= 0 || (length === 1 && line.bytes[start] === dash)
}

/** The text of a column as it stands in the file; null where absent. */
export function textOf(line: LogLine, column: number): string | null {
  if (isAbsent(line, column)) return null
  const field = line.fieldOf[column] ?? 0
  return decoder.decode(line.bytes.subarray((line.stops[field] ?? 0) + 1, line.stops[field + 1]))
}

/** A whole number; -1 where absent or not one. */
export function integerOf(line: LogLine, column: number): number {
  const field = line.fieldOf[column] ?? -1
  if (field < 0) return -1
  const { bytes, stops } = line
  const end = stops[field + 1] ?? 0
  let at = (stops[field] ?? 0) + 1
  if (at >= end) return -1
  let value = 0
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** A number with decimals, as the log writes seconds; -1 where absent or not one. */
export function decimalOf(line: LogLine, column: number): number {
  const field = line.fieldOf[column] ?? -1
  if (field < 0) return -1
  const { bytes, stops } = line
  const end = stops[field + 1] ?? 0
  let at = (stops[field] ?? 0) + 1
  if (at >= end) return -1
  let value = 0
  let scale = 0
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 46 && scale === 0) scale = 1
    else if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48
      scale *= 10
    } else return -1
  }
  return scale > 1 ? value / scale : value
}

/** Percent-encoding undone where it is well formed: the log encodes spaces and the like, twice for some fields. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
