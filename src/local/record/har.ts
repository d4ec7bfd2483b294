/** What was served, as a HAR file (http://www.softwareishard.com/blog/har-12-spec/). */
import type { HeaderFields } from '#core/model/scenario.ts'
import type { Told } from '#local/story.ts'
import type { Write } from './recorder.ts'
import { isSecret } from './secret.ts'
import { ServedLines } from './served-lines.ts'

interface Pair {
  readonly name: string
  readonly value: string
}

const pairsOf = (headers: HeaderFields): Pair[] =>
  Object.entries(headers)
    .filter(([name]) => !isSecret(name) && name.toLowerCase() !== 'set-cookie')
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })))

const textOf = (value: string | readonly string[] | undefined): string => [value ?? ''].flat().join(', ')

function requestOf({ request }: Told, httpVersion: string) {
  const { method, protocol, host, path, headers, body } = request
  const url = request.url ?? `${protocol}://${host}${path}`
  const query = /\?(.*)$/s.exec(url)?.[1] ?? ''
  return {
    method,
    url,
    httpVersion,
    cookies: [],
    headers: [{ name: 'Host', value: host }, ...pairsOf(headers.toRecord())],
    queryString: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize: body.length,
  }
}

function responseOf({ result, answer }: Told, httpVersion: string) {
  const { status, headers, log } = result
  const size = answer?.encodedSize ?? answer?.body.size ?? 0
  const type = log['sc-content-type'] === '-' ? '' : textOf(headers['content-type'])
  return {
    status,
    statusText: '',
    httpVersion,
    cookies: [],
    headers: pairsOf(headers),
    content: { size, mimeType: type },
    redirectURL: textOf(headers['location']),
    headersSize: -1,
    bodySize: size,
  }
}

function entryOf(told: Told, log: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const version = log['cs-protocol-version'] ?? 'HTTP/1.1'
  const time = Math.round(Number(log['time-taken']) * 1000)
  const { behavior, resultType } = told.result
  return {
    startedDateTime: new Date(told.at).toISOString(),
    time,
    request: requestOf(told, version),
    response: responseOf(told, version),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: `${resultType}, ${behavior === null ? 'no behavior' : `behavior ${behavior}`}, ${told.id}`,
  }
}

const head = { version: '1.2', creator: { name: 'Frontage', version: '1' } }

/** `end` closes the document. */
export function harLog(write: Write): ServedLines {
  let isFirst = true
  write(`{"log":${JSON.stringify(head).slice(0, -1)},"entries":[`)
  return new ServedLines(write, (told, log) => {
    const comma = isFirst ? '' : ','
    isFirst = false
    return `${comma}\n${JSON.stringify(entryOf(told, log))}`
  })
}

/** What stands after the last entry. */
export const harEnd = '\n]}}\n'
