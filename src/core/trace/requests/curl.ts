/** A pasted `curl` command as a viewer's request. Option names: https://curl.se/docs/manpage.html */
import { tableOf } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { headerRecord } from '#core/http/header-fields.ts'
import type { Viewer, ViewerRequest } from '#core/model/scenario.ts'
import { shellWords } from './shell-words.ts'

export interface CurlRequest {
  readonly request: ViewerRequest
  /** Options that change nothing of what CloudFront sees, or that a simulation cannot follow. */
  readonly ignored: readonly string[]
}

interface Draft {
  method: string | undefined
  url: string | undefined
  headers: [name: string, value: string][]
  body: string[]
  isGet: boolean
  isHead: boolean
  httpVersion: Viewer['httpVersion']
  ignored: string[]
}

function addHeader(draft: Draft, line: string): void {
  const colon = line.indexOf(':')
  if (colon <= 0) return
  const name = line.slice(0, colon).trim()
  const value = line.slice(colon + 1).trim()
  // `-H 'Accept:'` takes a header away.
  if (value === '') return
  draft.headers.push([name, value])
}

const encodeField = (text: string): string => {
  const equals = text.indexOf('=')
  const name = equals < 0 ? '' : text.slice(0, equals)
  return `${name}${name === '' ? '' : '='}${encodeURIComponent(text.slice(equals + 1))}`
}

/** As curl does, of the text's bytes; a text may hold characters that are no bytes. */
const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

type WithValue = (draft: Draft, value: string) => void
const addBody: WithValue = (draft, value) => {
  if (value.startsWith('@')) draft.ignored.push(`the body of the file ${value.slice(1)}`)
  else draft.body.push(value)
}
/** Options that take a value and that CloudFront sees. */
const withValue: Readonly<Record<string, WithValue>> = tableOf({
  '-X': (draft, value) => (draft.method = value.toUpperCase()),
  '-H': addHeader,
  '-d': addBody,
  '--data-raw': (draft, value) => draft.body.push(value),
  '--data-urlencode': (draft, value) => draft.body.push(encodeField(value)),
  '--json': (draft, value) => {
    addBody(draft, value)
    addHeader(draft, 'Content-Type: application/json')
    addHeader(draft, 'Accept: application/json')
  },
  '-b': (draft, value) =>
    value.includes('=')
      ? addHeader(draft, `Cookie: ${value}`)
      : draft.ignored.push(`the cookie file ${value}`),
  '-A': (draft, value) => addHeader(draft, `User-Agent: ${value}`),
  '-e': (draft, value) => addHeader(draft, `Referer: ${value}`),
  '-r': (draft, value) => addHeader(draft, `Range: bytes=${value}`),
  '-u': (draft, value) => addHeader(draft, `Authorization: Basic ${base64(value)}`),
  '--oauth2-bearer': (draft, value) => addHeader(draft, `Authorization: Bearer ${value}`),
  '--url': (draft, value) => (draft.url = value),
})
const flags: Readonly<Record<string, (draft: Draft) => void>> = {
  '-G': (draft) => (draft.isGet = true),
  '-I': (draft) => (draft.isHead = true),
  '--compressed': (draft) => addHeader(draft, 'Accept-Encoding: deflate, gzip, br, zstd'),
  '--http1.0': (draft) => (draft.httpVersion = '1.0'),
  '--http1.1': (draft) => (draft.httpVersion = '1.1'),
  '--http2': (draft) => (draft.httpVersion = '2'),
  '--http3': (draft) => (draft.httpVersion = '3'),
}
const longNames: Readonly<Record<string, string>> = tableOf({
  '--request': '-X',
  '--header': '-H',
  '--data': '-d',
  '--data-ascii': '-d',
  '--data-binary': '-d',
  '--cookie': '-b',
  '--user-agent': '-A',
  '--referer': '-e',
  '--range': '-r',
  '--user': '-u',
  '--get': '-G',
  '--head': '-I',
  '-0': '--http1.0',
  '--http2-prior-knowledge': '--http2',
  '--http3-only': '--http3',
})
/** Options with a value that say nothing of the request: where to write, how long to wait, whom to trust. */
const valueIgnored = new Set(
  '-o --output -m --max-time --connect-timeout --retry --retry-delay -x --proxy --resolve --connect-to --cacert --capath -E --cert --key -c --cookie-jar -w --write-out -D --dump-header --limit-rate --interface -F --form -T --upload-file -K --config --ciphers --tls-max --dns-servers -U --proxy-user --max-redirs --max-filesize -Y -y -z --time-cond --aws-sigv4 --unix-socket -C --continue-at'.split(
    ' ',
  ),
)

/** `-XPOST` and `-sSI` as the options that they stand for. */
function splitShort(word: string): string[] {
  if (!/^-[A-Za-z0-9]./.test(word) || word.startsWith('--')) return [word]
  const first = word.slice(0, 2)
  const rest = word.slice(2)
  return Object.hasOwn(withValue, first) || valueIgnored.has(first)
    ? [first, rest]
    : [first, ...splitShort(`-${rest}`)]
}

/** `rest` holds the words to come, the next one last. */
function takeOption(draft: Draft, name: string, rest: string[]): string | undefined {
  const option = longNames[name] ?? name
  const take = Object.hasOwn(withValue, option) ? withValue[option] : undefined
  if (take) {
    const value = rest.pop()
    if (value === undefined) return `${name} has no value.`
    take(draft, value)
    return undefined
  }
  if (Object.hasOwn(flags, option)) flags[option]?.(draft)
  else draft.ignored.push(valueIgnored.has(option) ? `${name} ${rest.pop() ?? ''}`.trim() : name)
  return undefined
}

function toRequest(draft: Draft, url: string): ViewerRequest {
  const { headers, httpVersion } = draft
  const body = draft.isGet ? '' : draft.body.join('&')
  const query = draft.isGet ? draft.body.join('&') : ''
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type')
  const method = draft.method ?? (draft.isHead ? 'HEAD' : body === '' ? 'GET' : 'POST')
  return {
    method,
    url: `${/^https?:\/\//i.test(url) || url.startsWith('/') ? url : `http://${url}`}${query === '' ? '' : `${url.includes('?') ? '&' : '?'}${query}`}`,
    headers: headerRecord(
      body !== '' && !hasType ? [...headers, ['Content-Type', 'application/x-www-form-urlencoded']] : headers,
    ),
    ...(body !== '' && { body }),
    ...(httpVersion !== undefined && { viewer: { httpVersion } }),
  }
}

/** Reads a `curl` command. Fails with one sentence where it is none, or names no URL. */
export function parseCurl(command: string): Result<CurlRequest, string> {
  const split = shellWords(command.trim().replace(/^\$\s+/, ''))
  if (!split.ok) return split
  const rest = split.value.toReversed()
  const program = rest.pop()
  if (program === undefined || !/(^|\/)curl(\.exe)?$/.test(program))
    return failed('This is no curl command: it does not begin with “curl”.')
  const draft: Draft = {
    method: undefined,
    url: undefined,
    headers: [],
    body: [],
    isGet: false,
    isHead: false,
    httpVersion: undefined,
    ignored: [],
  }
  while (rest.length > 0) {
    const word = rest.pop() ?? ''
    if (!word.startsWith('-') || word === '-') {
      if (draft.url === undefined) draft.url = word
      else draft.ignored.push(word)
      continue
    }
    const [name = word, ...more] = splitShort(word)
    rest.push(...more.toReversed())
    const problem = takeOption(draft, name, rest)
    if (problem !== undefined) return failed(problem)
  }
  if (draft.url === undefined) return failed('The curl command names no URL.')
  return ok({ request: toRequest(draft, draft.url), ignored: draft.ignored })
}
