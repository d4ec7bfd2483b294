import { failed, ok, type Parsed } from './parsed.ts'

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

/**
 * A path after the normalisation of RFC 3986 §6.2.2: percent-encodings of unreserved characters are decoded, those
 * that stay are upper case, dot segments are resolved, characters that may not stand in a path are encoded. Double
 * slashes are kept.
 */
export function normalizePath(path: string): string {
  if (path === '') return '/'
  if (!path.includes('/.') && plainPath.test(path)) return path
  const decoded = path.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return unreserved.test(character) ? character : `%${hex.toUpperCase()}`
  })
  const encoded = decoded.replaceAll(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (character) =>
    encodeURIComponent(character),
  )
  return withoutDotSegments(encoded)
}

/** Takes an absolute `http` or `https` URL, or a path on `defaultHost` over HTTPS. The error is a sentence. */
export function parseRequestUrl(text: string, defaultHost: string): Parsed<RequestUrl> {
  let protocol: 'http' | 'https' = 'https'
  let host = defaultHost
  let rest = text
  if (!text.startsWith('/')) {
    const scheme = /^(https?|wss?):\/\//i.exec(text)
    if (!scheme) return failed(`“${text}” is no URL: it starts with neither http://, https:// nor a slash.`)
    protocol = scheme[1]?.toLowerCase() === 'http' || scheme[1]?.toLowerCase() === 'ws' ? 'http' : 'https'
    const authority = /^[^/?#]*/.exec(text.slice(scheme[0].length))?.[0] ?? ''
    rest = text.slice(scheme[0].length + authority.length)
    if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/.test(authority))
      return failed(
        authority === ''
          ? `“${text}” names no host.`
          : `“${authority}” is no host name, so “${text}” is no URL.`,
      )
    host = authority.toLowerCase().replace(/:\d+$/, '')
  }
  const hash = rest.indexOf('#')
  if (hash >= 0) rest = rest.slice(0, hash)
  const question = rest.indexOf('?')
  const path = question < 0 ? rest : rest.slice(0, question)
  if (/%(?![0-9A-Fa-f]{2})/.test(path))
    return failed(`The path of “${text}” has a percent sign that is not followed by two hexadecimal digits.`)
  return ok({
    protocol,
    host,
    path: normalizePath(path),
    query: question < 0 ? '' : rest.slice(question + 1).replaceAll(' ', '%20'),
  })
}
