/** The request that a log line tells of, as the engine takes it, and what has to be assumed because no line says it. */
import { tableOf } from '#core/ground/names.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { sentPath } from '#core/http/url.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { columnOf } from './columns.ts'
import { decoded, integerOf, type LogLine, textOf } from './log-line.ts'

/** Every object is taken to carry this validator, so that conditions and revalidations have something to compare. */
export const loggedEtag = '"logged"'

/** What viewers are taken to accept where the log does not say. */
export const assumedAcceptEncoding = 'gzip, deflate, br'

/** A path or query string as the viewer sent it: the log writes the percent sign of an encoded character as `%25`. */
export const asSent = (text: string) => text.replaceAll(/%25([0-9A-Fa-f]{2})/g, '%$1')

export const protocolOf = (text: string | null): 'http' | 'https' =>
  text === 'http' || text === 'ws' ? 'http' : 'https'

const versions: Readonly<Record<string, '1.0' | '1.1' | '2' | '3'>> = tableOf({
  'HTTP/1.0': '1.0',
  'HTTP/1.1': '1.1',
  'HTTP/2': '2',
  'HTTP/2.0': '2',
  'HTTP/3': '3',
  'HTTP/3.0': '3',
})

/** `name:value` lines, encoded as real-time logs do. */
export function headerLines(text: string): (readonly [string, string])[] {
  return decoded(text)
    .split('\n')
    .flatMap((line) => {
      const colon = line.indexOf(':', 1)
      return colon < 0
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
    })
}

function headersOf(line: LogLine): HeaderFields {
  const all = textOf(line, columnOf['cs-headers'])
  const headers = HeaderFields.fromPairs(all === null ? [] : headerLines(all))
  const set = (name: string, column: number) => {
    const text = textOf(line, column)
    if (text !== null && !headers.has(name)) headers.set(name, decoded(decoded(text)))
  }
  set('user-agent', columnOf['cs(User-Agent)'])
  set('referer', columnOf['cs(Referer)'])
  set('accept', columnOf['cs-accept'])
  const cookie = textOf(line, columnOf['cs(Cookie)'])
  if (cookie !== null && !headers.has('cookie')) headers.set('cookie', decoded(cookie))
  const encoding = textOf(line, columnOf['cs-accept-encoding'])
  if (encoding !== null) headers.set('accept-encoding', decoded(encoding))
  else if (all === null) headers.set('accept-encoding', assumedAcceptEncoding)
  for (const name of [
    'host',
    'if-none-match',
    'if-modified-since',
    'if-match',
    'if-unmodified-since',
    'if-range',
  ])
    headers.delete(name)
  return headers
}

/** The byte range that a 206 was for; null for any other line. */
export function rangeOf(line: LogLine): string | null {
  if (integerOf(line, columnOf['sc-status']) !== 206) return null
  const start = integerOf(line, columnOf['sc-range-start'])
  const end = integerOf(line, columnOf['sc-range-end'])
  return start >= 0 && end >= start ? `bytes=${start}-${end}` : null
}

/** The path as CloudFront matches it. */
export const pathOf = (stem: string): string => {
  const path = asSent(stem)
  return sentPath(path.startsWith('/') ? path : `/${path}`)
}

/** The whole request of a line. Its point of presence and, where the log has none, its country are the caller's. */
export function requestOf(line: LogLine, host: string): EngineRequest {
  const headers = headersOf(line)
  const range = rangeOf(line)
  if (range === null) headers.delete('range')
  else headers.set('range', range)
  if (integerOf(line, columnOf['sc-status']) === 304) headers.set('if-none-match', loggedEtag)
  const ip = textOf(line, columnOf['c-ip'])
  const country = textOf(line, columnOf['c-country'])
  const asn = textOf(line, columnOf.asn)
  const version = versions[textOf(line, columnOf['cs-protocol-version']) ?? '']
  return {
    method: textOf(line, columnOf['cs-method']) ?? 'GET',
    protocol: protocolOf(textOf(line, columnOf['cs-protocol'])),
    host,
    path: pathOf(textOf(line, columnOf['cs-uri-stem']) ?? '/'),
    query: asSent(textOf(line, columnOf['cs-uri-query']) ?? ''),
    headers,
    body: '',
    viewer: {
      ...(ip !== null && { ip }),
      ...(country !== null && { country }),
      ...(asn !== null && { asn }),
      ...(version !== undefined && { httpVersion: version }),
    },
    url: null,
  }
}
