/** Logs in the shapes that people have them in, replayed. */
import { gzipSync } from 'node:zlib'
import { realtimeOrder } from '#core/replay/read/columns.ts'
import { unpackedMembers } from '#core/replay/read/gzip-members.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { reportCsv, tableCsv } from '#core/replay/report/csv.ts'
import { tablesOf } from '#core/replay/report/tables.ts'
import { runReplay } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { plainCost } from '#fixtures/money.ts'
import { parquetLog } from '#fixtures/parquet-log.ts'
import type { Door } from './door.ts'

const design = distribution({
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: [behavior('/api/*', 'api')],
})

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b
const sourceOf = (bytes: Uint8Array): LogSource => ({
  name: 'a.log',
  size: bytes.length,
  isRepeatable: true,
  open: () => (isGzip(bytes) ? unpackedMembers(one(bytes)) : one(bytes)),
})

async function replay(bytes: Uint8Array): Promise<void> {
  const report = await runReplay({
    distribution: compile(design, 'Site'),
    sources: [sourceOf(bytes)],
    cost: plainCost,
  })
  reportCsv(report)
  tablesOf(report).map(tableCsv)
  JSON.stringify(report)
}

const values: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  time: '10:20:30',
  timestamp: '1767608430.500',
  'x-edge-location': 'FRA56-P1',
  'sc-bytes': '900',
  'c-ip': '2001:db8::7',
  'cs-method': 'GET',
  'cs(Host)': 'd111111abcdef8.cloudfront.net',
  'cs-uri-stem': '/a%2520b',
  'sc-status': '200',
  'cs(User-Agent)': 'Test%2520(like%2520others)',
  'cs-uri-query': 'x=1&y=2',
  'x-edge-result-type': 'Hit',
  'x-host-header': 'www.example.com',
  'cs-protocol': 'https',
  'time-taken': '0.002',
}
const lineOf = (fields: readonly string[], by: string) => fields.map((field) => values[field] ?? '-').join(by)
const header = `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n`
const standard = `${lineOf(standardLogFields, '\t')}\n`
const realtime = `${lineOf(realtimeOrder, '\t')}\n`
const record = Object.fromEntries(realtimeOrder.map((name) => [name, values[name] ?? '-']))

const log = (name: string, passing: Door['passing']): Door => ({ name, passing, enter: replay })

export const logDoors: readonly Door[] = [
  log('standard logs', [header + standard.repeat(3), standard]),
  log('real-time logs', [realtime.repeat(3)]),
  log('JSON records and their envelopes', [
    `${JSON.stringify(record)}\n`.repeat(2),
    JSON.stringify([record, record]),
    JSON.stringify({ Records: [{ kinesis: { data: btoa(realtime) } }] }),
    JSON.stringify({ records: [{ data: btoa(realtime) }] }),
    JSON.stringify({ events: [{ timestamp: 1, message: realtime }] }),
    `{"@message":${JSON.stringify(JSON.stringify(record))}}\n`,
  ]),
  log('tables by other signs', [
    `${header}${lineOf(standardLogFields, ',')}\n`,
    `date,time,uri,status,method\n"2026-01-05","10:20:30","/a""b","200","GET"\n`,
    `${lineOf(standardLogFields, '|')}\n`,
  ]),
  log('lists of URLs', ['https://www.example.com/a\nhttps://www.example.com/b?c=1\n']),
  log('gzipped logs of several members', [
    Buffer.concat([gzipSync(header + standard), gzipSync(standard)]),
    gzipSync(realtime),
  ]),
  log('Parquet', [parquetLog('snappy'), parquetLog('gzip'), parquetLog('zstd')]),
]
