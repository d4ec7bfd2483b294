import { expect, test } from 'vitest'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { columnOf, realtimeOrder } from './columns.ts'
import { LineClock } from './line-reader.ts'
import { type LogLine, textOf } from './log-line.ts'
import { FileTally } from './log-reader.ts'
import { AnyLogReader } from './recognize.ts'

interface Read {
  readonly time: string
  readonly method: string | null
  readonly path: string | null
  readonly query: string | null
  readonly status: string | null
  readonly place: string | null
}

/** Reads a text in one portion, or byte by byte. */
function read(text: string | Uint8Array, cut = 1 << 20) {
  const lines: Read[] = []
  const clock = new LineClock()
  const take = (line: LogLine) => {
    const time = clock.timeOf(line)
    if (Number.isNaN(time)) return 'no time'
    const value = (name: keyof typeof columnOf) => textOf(line, columnOf[name])
    lines.push({
      time: new Date(time).toISOString(),
      method: value('cs-method'),
      path: value('cs-uri-stem'),
      query: value('cs-uri-query'),
      status: value('sc-status'),
      place: value('x-edge-location'),
    })
    return null
  }
  const tally = new FileTally('log')
  const reader = new AnyLogReader(take, tally)
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut))
  void reader.end()
  return { lines, tally }
}

const values: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  time: '10:20:30',
  timestamp: '1767608430.500',
  'x-edge-location': 'FRA56-P1',
  'cs-method': 'GET',
  'cs-uri-stem': '/a%20b',
  'cs-uri-query': 'x=1',
  'sc-status': '200',
}
const line = (fields: readonly string[]) => fields.map((field) => values[field] ?? '-').join('\t')
const first: Read = {
  time: '2026-01-05T10:20:30.000Z',
  method: 'GET',
  path: '/a%20b',
  query: 'x=1',
  status: '200',
  place: 'FRA56-P1',
}
const header = `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n`

test.each([1 << 20, 1, 7])('a standard log is read whatever its portions are (%i bytes)', (cut) => {
  const { lines, tally } = read(`${header}${line(standardLogFields)}\n${line(standardLogFields)}`, cut)
  expect(lines).toEqual([first, first])
  expect(tally).toMatchObject({
    format: 'standard log',
    requests: 2,
    unreadable: 0,
    comments: 2,
    damage: null,
  })
})

test('columns are found by the header, in any order and any number', () => {
  const { lines } = read('#Fields: cs-uri-stem cs-method date time\n/only\tHEAD\t2026-01-05\t00:00:01\n')
  expect(lines).toEqual([
    {
      time: '2026-01-05T00:00:01.000Z',
      method: 'HEAD',
      path: '/only',
      query: null,
      status: null,
      place: null,
    },
  ])
})

test('a header may change in the middle of a file, where files were joined', () => {
  const { lines, tally } = read(
    `${header}${line(standardLogFields)}\n#Version: 1.0\n#Fields: date time cs-method cs-uri-stem\n2026-01-06\t00:00:00\tGET\t/b\n`,
  )
  expect(lines.map(({ path }) => path)).toEqual(['/a%20b', '/b'])
  expect(tally.unreadable).toBe(0)
})

test('lines without a header are recognized by their first field and their number of fields', () => {
  expect(read(`${line(standardLogFields)}\r\n`).lines).toEqual([first])
  const realtime = read(`${line(realtimeOrder)}\n`)
  expect(realtime.lines).toEqual([{ ...first, time: '2026-01-05T10:20:30.500Z' }])
  expect(realtime.tally.format).toBe('real-time log')
})

test('standard logs in JSON are read line by line or as a list', () => {
  const record = { ...values, 'timestamp(ms)': '1767608430000' }
  const lines = read(`${JSON.stringify(record)}\n${JSON.stringify(record)}`, 11)
  expect(lines.lines).toEqual([first, first])
  expect(lines.tally.format).toBe('standard log (JSON)')
  expect(read(JSON.stringify([record], null, 2)).lines).toEqual([first])
})

test('a HAR file gives its requests, with the origin’s Cache-Control', () => {
  const har = {
    log: {
      entries: [
        {
          startedDateTime: '2026-01-05T10:20:30.000Z',
          request: {
            method: 'GET',
            url: 'https://www.example.com/a%20b?x=1',
            headers: [],
            httpVersion: 'h2',
          },
          response: {
            status: 200,
            headers: [{ name: 'x-amz-cf-pop', value: 'FRA56-P1' }],
            content: { size: 3 },
          },
        },
        { startedDateTime: 'never', request: {}, response: {} },
      ],
    },
  }
  const { lines, tally } = read(JSON.stringify(har, null, 1))
  expect(lines).toEqual([first])
  expect(tally).toMatchObject({ format: 'HAR', unreadable: 1 })
})

test('a list of URLs is replayed a second apart', () => {
  const { lines, tally } = read('https://www.example.com/a?b=1\n\n# a remark\nHEAD /c\nnonsense\n')
  expect(lines.map(({ time, method, path }) => [time, method, path])).toEqual([
    ['2026-01-01T00:00:00.000Z', 'GET', '/a'],
    ['2026-01-01T00:00:01.000Z', 'HEAD', '/c'],
  ])
  expect(tally.examples).toEqual([
    {
      line: 4,
      reason: 'The line is no URL: it starts with neither http://, https:// nor a slash.',
      text: 'nonsense',
    },
  ])
})

test('every line that cannot be read is counted, a few are shown, and the others are read', () => {
  const bad = Array.from({ length: 8 }, () => 'too\tfew').join('\n')
  const { lines, tally } = read(`${header}${bad}\n${line(standardLogFields)}\n`)
  expect(lines).toHaveLength(1)
  expect(tally).toMatchObject({ lines: 11, requests: 1, unreadable: 8 })
  expect(tally.examples).toHaveLength(5)
  expect(tally.examples[0]).toEqual({
    line: 3,
    reason: 'The line has 2 tab-separated fields where 33 belong.',
    text: 'too\tfew',
  })
})

test.each([
  ['nothing', new Uint8Array(0), 'The file is empty.'],
  ['random bytes', new Uint8Array(5000).map((_, at) => (at * 7919) % 256), 'binary data'],
  ['prose', new TextEncoder().encode('Dear reader,\nthis is no log.\n'), 'no log that Frontage knows'],
  ['other JSON', new TextEncoder().encode('{\n"a": 1}'), 'neither a HAR file'],
  ['cut JSON', new TextEncoder().encode('[{"a": 1},'), 'cannot be read'],
])('%s is told for what it is', (_, bytes, reason) => {
  const { tally } = read(bytes)
  expect(tally.requests).toBe(0)
  expect(tally.damage).toContain(reason)
})

test('a byte order mark before the first line does no harm', () => {
  expect(read(`\ufeff${header}${line(standardLogFields)}\n`).lines).toEqual([first])
})

test('an endless line neither fills the memory nor hides the next', () => {
  const { lines, tally } = read(`${header}${'x'.repeat(3 << 20)}\n${line(standardLogFields)}\n`, 1 << 19)
  expect(lines).toEqual([first])
  expect(tally.unreadable).toBeGreaterThan(0)
})
