/** Files that make sense only as a whole: HAR, and JSON lists of records. */

import { tableOf } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import { columnNames, columnOf } from './columns.ts'
import { type Fields, isObject, isRecords, objectsIn } from './envelope.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import type { RecordTaker } from './record-taker.ts'
import { LineWriter } from './tabular-reader.ts'

const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {})

/** The largest document that is read as a whole. */
const largestDocument = 128 * 1024 * 1024

function headersOf(list: unknown): Map<string, string> {
  const headers = new Map<string, string>()
  if (!Array.isArray(list)) return headers
  for (const header of list) {
    const { name, value } = fieldsOf(header)
    if (typeof name !== 'string' || name.startsWith(':')) continue
    const lower = name.toLowerCase()
    const before = headers.get(lower)
    headers.set(lower, before === undefined ? said(value) : `${before}, ${said(value)}`)
  }
  return headers
}

const versions: Readonly<Record<string, string>> = tableOf({
  h2: 'HTTP/2.0',
  'http/2': 'HTTP/2.0',
  h3: 'HTTP/3.0',
})

/** http://www.softwareishard.com/blog/har-12-spec/ */
function harValues(entry: Fields): (string | undefined)[] | string {
  const request = fieldsOf(entry['request'])
  const response = fieldsOf(entry['response'])
  const started = Date.parse(said(entry['startedDateTime']))
  if (Number.isNaN(started)) return 'The entry has no startedDateTime.'
  let url: URL
  try {
    url = new URL(said(request['url']))
  } catch {
    return 'The entry has no URL.'
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `“${url.protocol}” is not requested over HTTP.`
  const sent = headersOf(request['headers'])
  const got = headersOf(response['headers'])
  const values = new Array<string | undefined>(columnNames.length)
  const set = (column: number, value: string | undefined) => {
    if (value !== undefined && value !== '') values[column] = value
  }
  const result = /^(\w+) from cloudfront/i.exec(got.get('x-cache') ?? '')?.[1]
  const size = Number(fieldsOf(response['content'])['size'])
  set(columnOf.timestamp, (started / 1000).toFixed(3))
  set(columnOf['x-edge-location'], got.get('x-amz-cf-pop'))
  set(columnOf['cs-method'], said(request['method'] ?? 'GET'))
  set(columnOf['cs-protocol'], url.protocol.slice(0, -1))
  set(
    columnOf['cs-protocol-version'],
    versions[said(request['httpVersion']).toLowerCase()] ?? said(request['httpVersion'] ?? ''),
  )
  set(columnOf['x-host-header'], url.host)
  set(columnOf['cs-uri-stem'], url.pathname)
  set(columnOf['cs-uri-query'], url.search.slice(1))
  set(columnOf['sc-status'], said(response['status'] ?? 0).padStart(3, '0'))
  set(columnOf['x-edge-result-type'], result)
  set(columnOf['sc-content-type'], got.get('content-type'))
  set(columnOf['sc-content-len'], got.get('content-length') ?? (size > 0 ? said(size) : undefined))
  set(columnOf['sc-cache-control'], got.get('cache-control'))
  set(columnOf['cs-headers'], [...sent].map(([name, value]) => `${name}:${value}`).join('\n'))
  return values
}

export class DocumentReader implements LogReader {
  private isHar = true
  private readonly writer = new LineWriter()
  private readonly take: TakeLine
  private readonly taker: RecordTaker
  private readonly tally: FileTally
  private readonly parts: Uint8Array[] = []
  private size = 0

  constructor(take: TakeLine, taker: RecordTaker, tally: FileTally) {
    this.take = take
    this.taker = taker
    this.tally = tally
  }

  get format(): LogFormat {
    return this.isHar ? 'HAR' : this.taker.format
  }

  get isOver(): boolean {
    return this.size > largestDocument
  }

  push(bytes: Uint8Array): void {
    this.size += bytes.length
    if (this.size <= largestDocument) this.parts.push(bytes.slice())
  }

  end(): void {
    if (this.isOver) {
      this.tally.damage =
        'A JSON document of more than 128 MB is not read as a whole; write one record a line.'
      return
    }
    const decoder = new TextDecoder()
    const text = this.parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode()
    this.parts.length = 0
    try {
      this.read(JSON.parse(text))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      this.readObjects(text, error.message)
    }
    this.taker.end()
    if (!this.isHar) this.tally.format = this.format
  }

  private read(document: unknown): void {
    const entries = fieldsOf(fieldsOf(document)['log'])['entries']
    if (Array.isArray(entries)) this.readHar(entries)
    else if (isRecords(document)) {
      this.isHar = false
      this.taker.takeAll(document)
    } else {
      this.tally.format = 'not recognized'
      this.tally.damage = 'The JSON is neither a HAR file (“log” with “entries”) nor a list of log records.'
    }
  }

  /** Objects one after the other, over several lines each or without any line end. */
  private readObjects(text: string, problem: string): void {
    const objects = objectsIn(text)
    if (objects.length < 2) {
      this.tally.damage = `The JSON cannot be read: ${problem}`
      return
    }
    this.isHar = false
    for (const object of objects) {
      let record: unknown
      try {
        record = JSON.parse(object)
      } catch {
        this.tally.lines += 1
        this.tally.refuse('The record is no JSON.', object)
        continue
      }
      this.taker.takeAll(record)
    }
  }

  private readHar(entries: readonly unknown[]): void {
    for (const entry of entries) {
      this.tally.lines += 1
      const values = harValues(fieldsOf(entry))
      const reason = typeof values === 'string' ? values : this.take(this.writer.write(values))
      if (reason === null) this.tally.requests += 1
      else this.tally.refuse(reason, said(fieldsOf(fieldsOf(entry)['request'])['url'] ?? ''))
    }
  }
}
