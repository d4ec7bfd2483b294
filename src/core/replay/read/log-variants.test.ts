/** Shapes in which CloudFront's log lines reach people: deliveries, exports of other services, and copies from pages. */
import { expect, test } from 'vitest'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { parquetLog } from '#fixtures/parquet-log.ts'
import { columnOf, realtimeOrder } from './columns.ts'
import { LineClock, loggedResultOf } from './line-reader.ts'
import { type LogLine, textOf } from './log-line.ts'
import { FileTally } from './log-reader.ts'
import { AnyLogReader } from './recognize.ts'

const shown = ['cs-method', 'x-host-header', 'cs-uri-stem', 'cs-uri-query', 'sc-status'] as const

function start(told: readonly (readonly string[])[] = []) {
  const lines: string[] = []
  const results: number[] = []
  const clock = new LineClock()
  const take = (line: LogLine) => {
    const time = clock.timeOf(line)
    if (Number.isNaN(time)) return 'no time'
    const values = shown.map((name) => textOf(line, columnOf[name]) ?? '-')
    lines.push([new Date(time).toISOString(), ...values].join(' '))
    results.push(loggedResultOf(line))
    return null
  }
  const tally = new FileTally('log')
  return { lines, results, tally, reader: new AnyLogReader(take, tally, told) }
}

function read(text: string, told: readonly (readonly string[])[] = [], cut = 1 << 20) {
  const reading = start(told)
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += cut) reading.reader.push(bytes.subarray(at, at + cut))
  void reading.reader.end()
  return reading
}

const standard: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  time: '10:20:30',
  'x-edge-location': 'FRA56-P1',
  'sc-bytes': '900',
  'c-ip': '2001:db8::7',
  'cs-method': 'GET',
  'cs(Host)': 'd111111abcdef8.cloudfront.net',
  'cs-uri-stem': '/a%2520b',
  'sc-status': '200',
  'cs(User-Agent)': 'Test%2520(like%2520others;%2520one,%2520two)',
  'cs-uri-query': 'x=1',
  'x-edge-result-type': 'Hit',
  'x-host-header': 'www.example.com',
  'cs-protocol': 'https',
  'time-taken': '0.002',
}
const valuesFor = (fields: readonly string[], values: Readonly<Record<string, string>>) =>
  fields.map((field) => values[field] ?? '-')
const standardLine = '2026-01-05T10:20:30.000Z GET www.example.com /a%2520b x=1 200'
const header = `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n`

const realtime: Readonly<Record<string, string>> = {
  timestamp: '1767608430.500',
  'c-ip': '192.0.2.7',
  'sc-status': '200',
  'cs-method': 'GET',
  'cs-host': 'www.example.com',
  'x-host-header': 'd111111abcdef8.cloudfront.net',
  'cs-uri-stem': '/a?x=1&y=/b',
  'cs-uri-query': 'x=1&y=/b',
  'x-edge-result-type': 'OriginShieldHit',
  'x-edge-location': 'FRA56-P1',
}
const realtimeLine = '2026-01-05T10:20:30.500Z GET www.example.com /a x=1&y=/b 200'
const realtimeText = valuesFor(realtimeOrder, realtime).join('\t')

test.each([12, 15, 18, 19, 24, 26, 33])('a standard log with the %i fields of its year is read', (count) => {
  const fields = standardLogFields.slice(0, count)
  const line = valuesFor(fields, standard).join('\t')
  const host = count > 15 ? 'www.example.com' : '-'
  for (const text of [`${line}\n`, `#Version: 1.0\n#Fields: ${fields.join(' ')}\r\n${line}\r\n`])
    expect(read(text).lines).toEqual([standardLine.replace('www.example.com', host)])
})

test('a real-time log swaps the hosts and has the query string in the path, both are put right', () => {
  const { lines, results, tally } = read(`${realtimeText}\n`)
  expect(lines).toEqual([realtimeLine])
  expect(results).toEqual([1])
  expect(tally.format).toBe('real-time log')
})

test('a real-time log without the query field still has the query', () => {
  const fields = realtimeOrder.filter((name) => name !== 'cs-uri-query')
  const text = `#Version: 1.0\n#Fields: ${fields.join(' ')}\n${valuesFor(fields, realtime).join('\t')}\n`
  expect(read(text).lines).toEqual([realtimeLine])
  const bare = { ...realtime, 'cs-uri-stem': '/a' }
  expect(read(text.replace('/a?x=1&y=/b', bare['cs-uri-stem'])).lines).toEqual([
    realtimeLine.replace('x=1&y=/b', '-'),
  ])
})

const chosen = ['cs-uri-stem', 'timestamp', 'cs-method', 'sc-status', 'x-edge-location', 'cs-host']
const sent = realtimeOrder.filter((name) => chosen.includes(name))

test('a log of chosen fields is read where they are told, in the order of the log or as they were chosen', () => {
  const text = `${valuesFor(sent, realtime).join('\t')}\n`
  expect(read(text).tally.examples[0]?.reason).toContain("the line's 6 fields are neither")
  expect(read(text, [sent]).lines).toEqual([realtimeLine])
  expect(read(text, [chosen]).lines).toEqual([realtimeLine])
})

test('fields that were told for another log do not spoil one that is known', () => {
  expect(read(`${realtimeText}\n`, [chosen]).lines).toEqual([realtimeLine])
  expect(read(header + valuesFor(standardLogFields, standard).join('\t'), [chosen]).lines).toEqual([
    standardLine,
  ])
})

test('further fields of version 2 after the known ones do no harm', () => {
  const line = [...valuesFor(standardLogFields, standard), '1767608430500', '0.1', '64496'].join('\t')
  expect(read(`${line}\n`).lines).toEqual([standardLine])
})

test.each([' ', '   ', ',', ';', '|'])(
  'fields separated by “%s” are read, with and without a header',
  (by) => {
    const values = { ...standard, 'cs(User-Agent)': 'Test' }
    const line = valuesFor(standardLogFields, values).join(by)
    for (const text of [`${line}\n${line}\n`, `${header}${line}\n${line}`])
      for (const cut of [1 << 20, 9]) expect(read(text, [], cut).lines).toEqual([standardLine, standardLine])
  },
)

test('a table that Athena saved as CSV is read, quotes and its own names included', () => {
  const names =
    'date time location bytes request_ip method host uri status referrer user_agent query_string cookie result_type request_id host_header request_protocol'
  const cells = valuesFor(standardLogFields.slice(0, 17), { ...standard, 'cs(User-Agent)': 'a "b", c' })
  const quoted = (list: readonly string[]) => list.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const { lines, tally } = read(`${quoted(names.split(' '))}\n${quoted(cells)}\n"cut","off"\n`)
  expect(lines).toEqual([standardLine])
  expect(tally).toMatchObject({ requests: 1, unreadable: 1, comments: 1, lines: 3 })
})

const encoded = btoa(`${realtimeText}\n`)
const record = Object.fromEntries(realtimeOrder.map((name) => [name, realtime[name] ?? '-']))
test.each([
  ['records that Kinesis gave', JSON.stringify({ Records: [{ Data: encoded }, { Data: encoded }] }, null, 2)],
  [
    'the event of a function behind Kinesis',
    JSON.stringify({ Records: [{ kinesis: { data: encoded } }, { kinesis: { data: encoded } }] }),
  ],
  ['records of Firehose', JSON.stringify({ records: [{ data: encoded }, { data: encoded }] })],
  [
    'events of CloudWatch Logs',
    JSON.stringify({ events: [{ timestamp: 1, message: realtimeText }, { message: realtimeText }] }),
  ],
  ['messages of a log shipper', `{"message":${JSON.stringify(realtimeText)}}\n`.repeat(2)],
  ['JSON within messages', `{"@message":${JSON.stringify(JSON.stringify(record))}}\n`.repeat(2)],
  ['objects without a line end between', JSON.stringify(record).repeat(2)],
  ['objects over several lines', `${JSON.stringify(record, null, 2)}\n`.repeat(2)],
])('%s are unwrapped', (_, text) => {
  const { lines, tally } = read(text)
  expect(lines).toEqual([realtimeLine, realtimeLine])
  expect(tally).toMatchObject({ requests: 2, unreadable: 0, damage: null })
})

test('times in words and names in snake case are read', () => {
  const line = { '@timestamp': '2026-01-05 10:20:30.5', cs_method: 'GET', cs_uri_stem: '/a', sc_status: 200 }
  expect(read(JSON.stringify(line)).lines).toEqual(['2026-01-05T10:20:30.500Z GET - /a - 200'])
})

test.each(['\t', '   '])('a log of an RTMP distribution is refused with the reason', (by) => {
  const names = 'date time x-edge-location c-ip x-event sc-bytes x-cf-status x-cf-client-id cs-uri-stem'
  const values = ['2010-03-12', '23:51:20', 'SEA4', '192.0.2.147', 'play', '1', 'OK', 'id', 'rtmp://host/cfx']
  const { tally } = read(`#Version: 1.0\n#Fields: ${names}\n${values.join(by)}\n`)
  expect(tally).toMatchObject({ requests: 0, unreadable: 1 })
  expect(tally.examples[0]?.reason).toContain('RTMP')
})

async function readParquet(bytes: Uint8Array, cut: number) {
  const reading = start()
  for (let at = 0; at < bytes.length; at += cut) reading.reader.push(bytes.subarray(at, at + cut))
  await reading.reader.end()
  return reading
}

test.each(['snappy', 'gzip'] as const)('Parquet is read (%s)', async (compression) => {
  for (const cut of [1 << 20, 500]) {
    const { lines, tally } = await readParquet(parquetLog(compression), cut)
    expect(lines).toEqual([standardLine, '2026-01-05T10:20:31.000Z POST www.example.com /form - 403'])
    expect(tally).toMatchObject({ format: 'standard log (Parquet)', requests: 2, lines: 2, damage: null })
  }
})

test('Parquet that is cut off or packed otherwise is refused with the remedy', async () => {
  for (const bytes of [parquetLog('snappy').subarray(0, 900), parquetLog('zstd')]) {
    const { tally } = await readParquet(bytes, 1 << 20)
    expect(tally.requests).toBe(0)
    expect(tally.damage).toContain('Choose JSON or W3C')
  }
})

test('a page of Parquet that says it unpacks to half a gigabyte is not unpacked', async () => {
  // The header of the first page stands behind the mark: its type, its unpacked and its packed size, each twice as large.
  const halfGigabyte = [0x15, 0x80, 0x80, 0x80, 0x80, 0x04]
  for (const packing of ['snappy', 'gzip'] as const) {
    const bytes = Buffer.from(parquetLog(packing))
    bytes[9] = (bytes[9] ?? 0) - 2 * (halfGigabyte.length - 2)
    const lying = Buffer.concat([bytes.subarray(0, 6), Buffer.from(halfGigabyte), bytes.subarray(8)])
    const { tally } = await readParquet(lying, 1 << 20)
    expect(tally.requests).toBe(0)
    expect(tally.damage).toContain('a page of it unpacks to more than 128 MB')
  }
})

test('a page of Parquet that holds more than it says is refused', async () => {
  const bytes = Buffer.from(parquetLog('gzip'))
  bytes[7] = 2
  const { tally } = await readParquet(bytes, 1 << 20)
  expect(tally.damage).toContain('cannot be read to its end')
})
