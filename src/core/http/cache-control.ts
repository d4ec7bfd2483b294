/** `Cache-Control` of a response as RFC 9111 §5.2 and RFC 5861 define it. */
export interface CacheControl {
  readonly present: boolean
  /** Seconds; NaN where the directive is there and its argument is not a number: such a response is stale (§4.2.1). */
  readonly maxAge: number | undefined
  readonly sMaxAge: number | undefined
  readonly noCache: boolean
  /** Fields named by `no-cache="…"`, lower case. */
  readonly noCacheFields: readonly string[]
  readonly noStore: boolean
  readonly isPrivate: boolean
  readonly privateFields: readonly string[]
  readonly isPublic: boolean
  readonly mustRevalidate: boolean
  readonly proxyRevalidate: boolean
  readonly staleWhileRevalidate: number | undefined
  readonly staleIfError: number | undefined
  readonly mustUnderstand: boolean
}

const directive = /([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*)))?[^,]*/g
const maximumSeconds = 2 ** 31

/** Delta-seconds (RFC 9111 §1.2.2): too large counts as 2^31, anything but digits as NaN. */
const seconds = (text: string | undefined): number =>
  text !== undefined && /^\d+$/.test(text) ? Math.min(Number(text), maximumSeconds) : Number.NaN

const fieldNames = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')

function parse(text: string): CacheControl {
  const found = new Map<string, string | undefined>()
  for (const [, name = '', quoted, token] of text.matchAll(directive)) {
    const key = name.toLowerCase()
    // §4.2.1: of several, the first occurrence may be used.
    if (!found.has(key)) found.set(key, quoted === undefined ? token : quoted.replaceAll(/\\(.)/g, '$1'))
  }
  const number = (name: string) => (found.has(name) ? seconds(found.get(name)) : undefined)
  return {
    present: true,
    maxAge: number('max-age'),
    sMaxAge: number('s-maxage'),
    noCache: found.has('no-cache') && found.get('no-cache') === undefined,
    noCacheFields: fieldNames(found.get('no-cache')),
    noStore: found.has('no-store'),
    isPrivate: found.has('private') && found.get('private') === undefined,
    privateFields: fieldNames(found.get('private')),
    isPublic: found.has('public'),
    mustRevalidate: found.has('must-revalidate'),
    proxyRevalidate: found.has('proxy-revalidate'),
    staleWhileRevalidate: number('stale-while-revalidate'),
    staleIfError: number('stale-if-error'),
    mustUnderstand: found.has('must-understand'),
  }
}

const absent: CacheControl = { ...parse(''), present: false }
const parsed = new Map<string, CacheControl>()
const rememberedTexts = 1000

/** Parses the (combined) field value; the few values that a site uses are remembered. */
export function parseCacheControl(value: string | null): CacheControl {
  if (value === null) return absent
  const known = parsed.get(value)
  if (known) return known
  const control = parse(value)
  if (parsed.size >= rememberedTexts) parsed.clear()
  parsed.set(value, control)
  return control
}
