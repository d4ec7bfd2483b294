/**
 * The columns of CloudFront's logs that a replay reads, whatever the file calls them and in whatever order it has them.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html
 */
import { standardLogFields } from '#core/trace/message/log-record.ts'

/** Names in the standard log's spelling; the last two come from HAR files only. */
export const columnNames = [
  'date',
  'time',
  'timestamp',
  'x-edge-location',
  'sc-bytes',
  'cs-bytes',
  'c-ip',
  'c-country',
  'asn',
  'cs-method',
  'cs-protocol',
  'cs-protocol-version',
  'cs(Host)',
  'x-host-header',
  'cs-uri-stem',
  'cs-uri-query',
  'sc-status',
  'cs(Referer)',
  'cs(User-Agent)',
  'cs(Cookie)',
  'cs-accept-encoding',
  'cs-accept',
  'cs-headers',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'time-taken',
  'time-to-first-byte',
  'sc-content-type',
  'sc-content-len',
  'sc-range-start',
  'sc-range-end',
  'fle-status',
  'sc-cache-control',
  'cs-range',
] as const

export type ColumnName = (typeof columnNames)[number]

/** A column's place in {@link columnNames}. */
export const columnOf = Object.fromEntries(columnNames.map((name, index) => [name, index])) as Readonly<
  Record<ColumnName, number>
> // every name is a key of it

/** Other spellings: real-time logs, Athena's tables and version 2 name some fields differently. */
const otherSpellings: Readonly<Record<string, ColumnName>> = {
  'cs-host': 'cs(Host)',
  'cs-referer': 'cs(Referer)',
  'cs-referrer': 'cs(Referer)',
  'cs-user-agent': 'cs(User-Agent)',
  'cs-cookie': 'cs(Cookie)',
  'timestamp(ms)': 'timestamp',
  'timestamp-ms': 'timestamp',
  '@timestamp': 'timestamp',
  // The table of https://docs.aws.amazon.com/athena/latest/ug/create-cloudfront-table-standard-logs.html
  location: 'x-edge-location',
  bytes: 'sc-bytes',
  'request-ip': 'c-ip',
  method: 'cs-method',
  host: 'cs(Host)',
  uri: 'cs-uri-stem',
  status: 'sc-status',
  referrer: 'cs(Referer)',
  'user-agent': 'cs(User-Agent)',
  'query-string': 'cs-uri-query',
  cookie: 'cs(Cookie)',
  'result-type': 'x-edge-result-type',
  'host-header': 'x-host-header',
  'request-protocol': 'cs-protocol',
  'request-bytes': 'cs-bytes',
  'http-version': 'cs-protocol-version',
}
const bySpelling = new Map<string, number>([
  ...columnNames.map((name, index) => [name.toLowerCase(), index] as const),
  ...Object.entries(otherSpellings).map(([spelling, name]) => [spelling, columnOf[name]] as const),
])

/** The column that a field's name means, or -1 for one that a replay has no use for. */
export const columnNamed = (field: string): number =>
  bySpelling.get(field.trim().toLowerCase().replaceAll('_', '-')) ?? -1

/** Real-time logs swap the two hosts: `cs-host` is what the viewer asked for, `x-host-header` the distribution's name. */
const swapped: ReadonlyMap<string, number> = new Map([
  ['cs-host', columnOf['x-host-header']],
  ['x-host-header', columnOf['cs(Host)']],
])

/** True for the fields of a real-time log: a timestamp instead of a date. */
export const areRealtime = (names: readonly string[]): boolean =>
  names.includes('timestamp') && !names.some((name) => /^(date|cs\(host\))$/i.test(name))

/** The column of each field; -1 for those that a replay has no use for. */
export function columnsOf(names: readonly string[]): number[] {
  const isRealtime = areRealtime(names)
  return names.map((name) => (isRealtime ? swapped.get(name) : undefined) ?? columnNamed(name))
}

/** Fields of a standard log file without its header, in order. */
export const standardOrder: readonly string[] = standardLogFields

/** Fields of a real-time log line in the order in which CloudFront sends them when all are chosen. */
export const realtimeOrder: readonly string[] = [
  'timestamp',
  'c-ip',
  'time-to-first-byte',
  'sc-status',
  'sc-bytes',
  'cs-method',
  'cs-protocol',
  'cs-host',
  'cs-uri-stem',
  'cs-bytes',
  'x-edge-location',
  'x-edge-request-id',
  'x-host-header',
  'time-taken',
  'cs-protocol-version',
  'c-ip-version',
  'cs-user-agent',
  'cs-referer',
  'cs-cookie',
  'cs-uri-query',
  'x-edge-response-result-type',
  'x-forwarded-for',
  'ssl-protocol',
  'ssl-cipher',
  'x-edge-result-type',
  'fle-encrypted-fields',
  'fle-status',
  'sc-content-type',
  'sc-content-len',
  'sc-range-start',
  'sc-range-end',
  'c-port',
  'x-edge-detailed-result-type',
  'c-country',
  'cs-accept-encoding',
  'cs-accept',
  'cache-behavior-path-pattern',
  'cs-headers',
  'cs-header-names',
  'cs-headers-count',
  'primary-distribution-id',
  'primary-distribution-dns-name',
  'origin-fbl',
  'origin-lbl',
  'asn',
]
