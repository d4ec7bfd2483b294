import { failed, ok, type Result } from '#core/ground/result.ts'

/** A URL in the parts that CloudFront looks at, everything still percent-encoded. */
export interface RequestUrl {
  readonly protocol: 'http' | 'https'
  /** Lower case, without the port. */
  readonly host: string
  readonly path: string
  /** Without `?`. */
  readonly query: string
}

const unreserved = /[A-Za-z0-9._~-]/
const plainPath = /^\/[A-Za-z0-9_~!$&'()*+,;=:@/.-]*$/

/** Nothing of it would change: most paths of a log. */
const isNormal = (path: string): boolean =>
  !path.includes('/.') && !path.includes('//') && plainPath.test(path)

/** RFC 3986 §5.2.4. */
function withoutDotSegments(path: string): string {
  const kept: string[] = []
  const segments = path.split('/').slice(1)
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1
    if (segment === '.' || segment === '..') {
      if (segment === '..') kept.pop()
      if (isLast) kept.push('')
    } else kept.push(segment)
  })
  return `/${kept.join('/')}`
}

/** A path as it goes over the wire: as written, but for characters that no request line can hold. */
export const sentPath = (path: string): string =>
  path === '' ? '/' : path.replaceAll(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character))

/**
 * The copy of a path that patterns are compared with: percent-encodings of unreserved characters are decoded, those that
 * stay are upper case, runs of slashes become one, dot segments are resolved. Functions, cache keys and origins get the
 * path as it was sent.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function normalizePath(path: string): string {
  if (isNormal(path)) return path
  const decoded = sentPath(path).replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return unreserved.test(character) ? character : `%${hex.toUpperCase()}`
  })
  return withoutDotSegments(decoded.replaceAll(/\/{2,}/g, '/'))
}

interface Site {
  /** As written, with the scheme. */
  readonly text: string
  readonly protocol: 'http' | 'https'
  readonly host: string
}
function readSite(text: string, url: string): Result<Site, string> {
  const scheme = /^(https?|wss?):\/\//i.exec(text)
  if (!scheme) return failed(`“${url}” is no URL: it starts with neither http://, https:// nor a slash.`)
  const authority = text.slice(scheme[0].length)
  if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/.test(authority))
    return failed(
      authority === '' ? `“${url}” names no host.` : `“${authority}” is no host name, so “${url}” is no URL.`,
    )
  const isPlain = ['http', 'ws'].includes(scheme[1]?.toLowerCase() ?? '')
  return ok({
    text,
    protocol: isPlain ? 'http' : 'https',
    host: authority.toLowerCase().replace(/\.?(:\d+)?$/, ''),
  })
}

const endsSite = (code: number) => code === 47 || code === 63 || code === 35

/** Where the authority ends: at the first `/`, `?` or `#` after `://`. */
function endOfSite(text: string): number {
  const start = text.indexOf('://')
  if (start < 0) return text.length
  for (let at = start + 3; at < text.length; at += 1) if (endsSite(text.charCodeAt(at))) return at
  return text.length
}

/** The site read last: a log names few of them, a million times. */
let lastSite: Site = { text: 'https:///', protocol: 'https', host: '' }
const isOfLastSite = (url: string): boolean =>
  url.startsWith(lastSite.text) && endsSite(url.charCodeAt(lastSite.text.length))

/** Takes an absolute `http` or `https` URL, or a path on `defaultHost` over HTTPS. The error is a sentence. */
export function parseRequestUrl(text: string, defaultHost: string): Result<RequestUrl, string> {
  let protocol: Site['protocol'] = 'https'
  let host = defaultHost
  let rest = text
  if (text.charCodeAt(0) !== 47) {
    if (!isOfLastSite(text)) {
      const read = readSite(text.slice(0, endOfSite(text)), text)
      if (!read.ok) return read
      lastSite = read.value
    }
    protocol = lastSite.protocol
    host = lastSite.host
    rest = text.slice(lastSite.text.length)
  }
  const hash = rest.indexOf('#')
  if (hash >= 0) rest = rest.slice(0, hash)
  const question = rest.indexOf('?')
  const path = question < 0 ? rest : rest.slice(0, question)
  if (question < 0 && isNormal(path)) return ok({ protocol, host, path, query: '' })
  if (/%(?![0-9A-Fa-f]{2})/.test(path))
    return failed(`The path of “${text}” has a percent sign that is not followed by two hexadecimal digits.`)
  const query = question < 0 ? '' : rest.slice(question + 1).replaceAll(' ', '%20')
  return ok({ protocol, host, path: sentPath(path), query })
}
