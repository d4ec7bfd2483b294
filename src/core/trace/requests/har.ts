/** A HAR file (http://www.softwareishard.com/blog/har-12-spec/) as requests to send, and as what the origins answered. */
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { HeaderFields, OriginRule, Viewer, ViewerRequest } from '#core/model/scenario.ts'
import { originHeaders, type ResponseOfRule } from './recorded-response.ts'

export interface HarEntry {
  readonly request: ViewerRequest
  readonly response: ResponseOfRule
}

/** An answer with every field as it came, CloudFront's own too. */
export interface Received {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly size: number | null
  /** Empty where the recording left it out. */
  readonly body: string
}

/** A body beyond this is recorded by its size alone, so that a design stays small. */
const longestBody = 16_384

type Bag = Readonly<Record<string, unknown>>
const bagOf = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {} // checked on this line
const listOf = (value: unknown): readonly Bag[] => (Array.isArray(value) ? value.map(bagOf) : [])
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const fieldsOf = (list: unknown): [string, string][] =>
  listOf(list).flatMap(({ name, value }): [string, string][] =>
    typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
  )

/** Pseudo headers of HTTP/2 and what the connection decides are not the viewer's to choose. */
const viewerHeaders = (list: unknown): HeaderFields => {
  const headers: Record<string, string | string[]> = bare()
  for (const [name, value] of fieldsOf(list)) {
    if (name.startsWith(':') || /^(host|content-length|connection)$/i.test(name)) continue
    const before = headers[name]
    headers[name] = before === undefined ? value : [before, value].flat()
  }
  return headers
}

const versions: readonly (readonly [RegExp, Viewer['httpVersion']])[] = [
  [/h3|http\/3/i, '3'],
  [/h2|http\/2/i, '2'],
  [/http\/1\.1/i, '1.1'],
  [/http\/1\.0/i, '1.0'],
]

function responseOf(response: Bag): ResponseOfRule {
  const content = bagOf(response['content'])
  const text = textOf(content['text'])
  const size = Number(content['size'])
  const headers = originHeaders(fieldsOf(response['headers']))
  const isText = text !== undefined && content['encoding'] !== 'base64' && text.length <= longestBody
  return {
    status: Number(response['status']),
    headers,
    ...(isText && text !== '' ? { body: text } : Number.isFinite(size) && size >= 0 && { bodySize: size }),
  }
}

function receivedOf(entry: Bag): Received {
  const response = bagOf(entry['response'])
  const content = bagOf(response['content'])
  const size = Number(content['size'])
  const status = Number(response['status'])
  return {
    status,
    headers: fieldsOf(response['headers']),
    size: size >= 0 ? size : null,
    body: textOf(content['text']) ?? '',
  }
}

function entryOf(entry: Bag): HarEntry[] {
  const request = bagOf(entry['request'])
  const response = bagOf(entry['response'])
  const url = textOf(request['url'])
  const status = Number(response['status'])
  // A browser writes status 0 for what it blocked or never got.
  if (url === undefined || !/^https?:/i.test(url) || !URL.canParse(url) || !(status >= 100)) return []
  const body = textOf(bagOf(request['postData'])['text'])
  const spoken = textOf(request['httpVersion']) ?? ''
  const httpVersion = versions.find(([pattern]) => pattern.test(spoken))?.[1]
  return [
    {
      request: {
        method: textOf(request['method']) ?? 'GET',
        url: url.replace(/#.*$/, ''),
        headers: viewerHeaders(request['headers']),
        ...(body !== undefined && { body }),
        ...(httpVersion !== undefined && { viewer: { httpVersion } }),
      },
      response: responseOf(response),
    },
  ]
}

/** The entries of a HAR file. Fails with one sentence where the text is none. */
function entriesIn(text: string): Result<readonly Bag[], string> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return failed(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const log = bagOf(bagOf(json)['log'])
  return Array.isArray(log['entries'])
    ? ok(listOf(log['entries']))
    : failed('This is no HAR file: it has no “log” with “entries”.')
}

function exchangesIn<Exchange>(
  text: string,
  read: (entry: Bag) => readonly Exchange[],
): Result<readonly Exchange[], string> {
  const entries = entriesIn(text)
  if (!entries.ok) return entries
  const exchanges = entries.value.flatMap(read)
  return exchanges.length > 0
    ? ok(exchanges)
    : failed('The HAR file holds no exchange over HTTP that was answered.')
}

/** The exchanges of a HAR file, in order. Fails with one sentence where the text is none or holds no exchange. */
export const parseHar = (text: string): Result<readonly HarEntry[], string> => exchangesIn(text, entryOf)

/** The same with the answers as the viewer got them. */
export const parseHarAnswers = (
  text: string,
): Result<readonly { readonly request: ViewerRequest; readonly received: Received }[], string> =>
  exchangesIn(text, (entry) =>
    entryOf(entry).map(({ request }) => ({ request, received: receivedOf(entry) })),
  )

/** The host names of the exchanges, the most frequent first. */
export function harHosts(entries: readonly HarEntry[]): string[] {
  const counts = new Map<string, number>()
  for (const { request } of entries) {
    const { hostname } = new URL(request.url)
    counts.set(hostname, (counts.get(hostname) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([host]) => host)
}

/** Rules that answer as the recording did; the first answer to a path and query stands for later ones. */
export function recordedRules(entries: readonly HarEntry[]): OriginRule[] {
  const rules = new Map<string, OriginRule>()
  for (const { request, response } of entries) {
    const { pathname, search } = new URL(request.url)
    const method = request.method ?? 'GET'
    const id = `${method} ${pathname}${search}`
    // 304 says only that the viewer had it.
    if (rules.has(id) || response.status === 304) continue
    rules.set(id, {
      match: { method, path: pathname, ...(search !== '' && { query: search.slice(1) }) },
      response,
    })
  }
  // A rule with a query string is narrower than one for the path alone.
  return [...rules.values()].sort(
    (a, b) => Number(b.match?.query !== undefined) - Number(a.match?.query !== undefined),
  )
}
