/**
 * Which fields a line has where no header names them: those that a person or the design's real-time log configuration
 * names, else the orders that CloudFront's own logs have. A line tells by its values whether an order can be meant.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html#understand-real-time-log-config-fields
 */
import { columnNamed, columnOf, realtimeOrder, standardOrder } from './columns.ts'

/** Fields that the shortest standard logs had. */
const fewestFields = 12

const absent = /^-?$/

/** How a value of a column has to look; columns that take anything are left out. */
const forms: ReadonlyMap<number, RegExp> = new Map([
  [columnOf.date, /^\d{4}-\d\d-\d\d$/],
  [columnOf.time, /^\d\d:\d\d:\d\d/],
  [columnOf.timestamp, /^(\d{10,13}(\.\d+)?|\d{4}-\d\d-\d\dT.*)$/],
  [columnOf['cs-method'], /^[A-Za-z_-]+$/],
  [columnOf['cs-uri-stem'], /^(\/|\*$|https?:)/],
  [columnOf['sc-status'], /^(\d{3}|0)$/],
  [columnOf['sc-bytes'], /^\d+$/],
  [columnOf['cs-protocol'], /^(http|ws|grpc)s?$/i],
  [columnOf['time-taken'], /^\d+(\.\d+)?$/],
])
/** Columns without which no line can be replayed, so that they may not be absent either. */
const needed: ReadonlySet<number> = new Set([columnOf['cs-method'], columnOf['cs-uri-stem']])

/** True where every value looks as its field's values do, and what a replay needs is among them. */
function fits(values: readonly string[], order: readonly string[]): boolean {
  const columns = order.map(columnNamed)
  const hasTime = columns.includes(columnOf.date) || columns.includes(columnOf.timestamp)
  if (!hasTime || ![...needed].every((column) => columns.includes(column))) return false
  return columns.every((column, index) => {
    const value = values[index] ?? ''
    if (absent.test(value)) return !needed.has(column)
    return forms.get(column)?.test(value) !== false
  })
}

/** The same fields in the one order in which CloudFront sends them, whatever order they were chosen in. */
function asSent(order: readonly string[]): string[] {
  const places = new Map(realtimeOrder.map((name, place) => [name, place]))
  const place = (name: string) => places.get(name.trim().toLowerCase()) ?? realtimeOrder.length
  return [...order].sort((a, b) => place(a) - place(b))
}

/** The names of a line's fields; null where no known order fits. Fields after the known ones stay without a name. */
export function fieldOrderOf(
  values: readonly string[],
  told: readonly (readonly string[])[],
): readonly string[] | null {
  for (const order of told.flatMap((one) => [one, asSent(one)]))
    if (order.length === values.length && fits(values, order)) return order
  if (values.length < fewestFields) return null
  for (const order of [standardOrder, realtimeOrder]) {
    const named = order.slice(0, values.length)
    if (fits(values, named)) return [...named, ...values.slice(named.length).map(() => '-')]
  }
  return null
}

/** True for a line that names fields instead of holding values. */
export const namesFields = (values: readonly string[]): boolean => {
  const columns = values.map(columnNamed)
  return [...needed].every((column) => columns.includes(column))
}

/** Why a line without a header cannot be read. */
export const noOrder = (fields: number): string =>
  `The file has no “#Fields:” header, and the line's ${fields} fields are neither those of a standard log nor all of a real-time log. Name them in their order, by spaces (--fields, or “Fields of the log”).`

/** Why a log with these fields cannot be replayed at all; null where it can. */
export const whyNotReplayed = (names: readonly string[]): string | null =>
  names.some((name) => /^x-(event|cf-status|cf-client-id)$/i.test(name))
    ? 'This is a log of an RTMP distribution. CloudFront has served none since the end of 2020, and its events are no HTTP requests that could be replayed.'
    : null
