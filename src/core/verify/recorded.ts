/** Exchanges that somebody else has recorded: what `curl -v` printed, or a HAR file. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { parseHarAnswers } from '#core/trace/requests/har.ts'
import { type Exchanged, ownPageSays, type RealAnswer } from './answer.ts'

interface Message {
  readonly first: string
  readonly headers: [name: string, value: string][]
}

const headerOf = (line: string): [string, string] | null => {
  const colon = line.indexOf(':', line.startsWith(':') ? 1 : 0)
  return colon <= 0 ? null : [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
}

/** Lines that begin with a mark, as messages: an empty one ends each. */
function messagesOf(lines: readonly string[], mark: '>' | '<'): Message[] {
  const messages: Message[] = []
  let open: Message | null = null
  for (const line of lines) {
    if (!line.startsWith(mark)) continue
    const text = line.slice(1).replace(/^ /, '').replace(/\r$/, '')
    if (text === '') open = null
    else if (open === null) {
      open = { first: text, headers: [] }
      messages.push(open)
    } else {
      const header = headerOf(text)
      if (header) open.headers.push(header)
    }
  }
  return messages
}

function requestOf({ first, headers }: Message, isSecure: boolean): ViewerRequest | null {
  const [, method = '', target = ''] = /^([A-Z]+) (\S+) HTTP\//.exec(first) ?? []
  if (method === '') return null
  const host = headers.find(([name]) => name === 'host')?.[1] ?? ''
  const url = /^https?:/.test(target) ? target : `${isSecure ? 'https' : 'http'}://${host}${target}`
  const sent = headers.filter(([name]) => name !== 'host' && !name.startsWith(':'))
  return { method, url, headers: Object.fromEntries(sent) }
}

function answerOf({ first, headers }: Message): RealAnswer | null {
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(first)?.[1])
  if (!(status >= 200)) return null
  const length = Number(headers.find(([name]) => name === 'content-length')?.[1])
  return { status, headers, size: Number.isFinite(length) ? length : null, isOwnPage: false }
}

/** Reads what `curl -v` writes: lines of the request begin with `>`, those of the answer with `<`. */
export function parseCurlOutput(text: string): Result<Exchanged[], string> {
  const lines = text.split('\n')
  const isSecure = lines.some((line) => /^\* .*(SSL connection|TLS|ALPN)/i.test(line))
  const requests = messagesOf(lines, '>').flatMap((message) => requestOf(message, isSecure) ?? [])
  const answers = messagesOf(lines, '<').flatMap((message) => answerOf(message) ?? [])
  if (requests.length === 0 || answers.length === 0)
    return failed('This is no output of “curl -v”: it has no lines that begin with “>” and “<”.')
  return ok(
    requests.flatMap((request, index) => {
      const answer = answers[index]
      return answer ? [{ request, answer }] : []
    }),
  )
}

/** The answers of a HAR file with every field as it came, CloudFront's own too. */
function parseHarExchanges(text: string): Result<Exchanged[], string> {
  const entries = parseHarAnswers(text)
  if (!entries.ok) return entries
  return ok(
    entries.value.map(({ request, received }) => ({
      request,
      answer: {
        status: received.status,
        headers: received.headers.map(([name, value]) => [name.toLowerCase(), value] as const),
        size: received.size,
        isOwnPage: received.body.includes(ownPageSays),
      },
    })),
  )
}

export const recordedExchanges = (text: string): Result<Exchanged[], string> =>
  text.trimStart().startsWith('{') ? parseHarExchanges(text) : parseCurlOutput(text)
