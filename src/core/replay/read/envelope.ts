/**
 * Log lines inside of what other services wrap them in: records of Kinesis and Firehose (base64), events of CloudWatch
 * Logs, and messages of log shippers.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
 * https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
import { columnNamed, columnOf } from './columns.ts'

export type Fields = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listNames = ['Records', 'records', 'events', 'logEvents'] as const
const encodedNames = ['Data', 'data'] as const
const messageNames = ['message', '@message', 'Message', 'log', 'line', '_raw'] as const

/** The records that a list or a wrapped list holds; null for a single record. */
export function recordsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return null
  for (const name of listNames) {
    const list = value[name]
    if (Array.isArray(list)) return list
  }
  return null
}

function decodedBase64(text: string): string | null {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
  } catch {
    return null
  }
}

const hasMethod = (record: Fields) =>
  Object.keys(record).some((name) => columnNamed(name) === columnOf['cs-method'])

/** The log line that a record carries as text; null where its own fields are the log's. */
export function lineIn(record: unknown): string | null {
  if (!isObject(record) || hasMethod(record)) return null
  const { kinesis, event } = record
  const inner = isObject(kinesis) ? kinesis : record
  for (const name of encodedNames) {
    const text = inner[name]
    if (typeof text === 'string') return decodedBase64(text)
  }
  for (const name of messageNames) {
    const text = record[name]
    if (typeof text === 'string') return text
  }
  const original = isObject(event) ? event['original'] : undefined
  return typeof original === 'string' ? original : null
}

/** True for a list of records, wrapped or not, and for a single one. */
export const isRecords = (value: unknown): boolean =>
  recordsIn(value) !== null || (isObject(value) && (hasMethod(value) || lineIn(value) !== null))

const quote = 34
const backslash = 92
const open = 123
const close = 125

/** JSON objects that follow each other with nothing between, as Firehose writes them. */
export function objectsIn(text: string): string[] {
  const objects: string[] = []
  let depth = 0
  let start = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isQuoted) {
      if (code === backslash) at += 1
      else if (code === quote) isQuoted = false
    } else if (code === quote) isQuoted = true
    else if (code === open) {
      if (depth === 0) start = at
      depth += 1
    } else if (code === close) {
      depth -= 1
      if (depth === 0) objects.push(text.slice(start, at + 1))
    }
  }
  return objects
}
