import { bare } from '#core/ground/names.ts'
import { normalizeAcceptEncoding } from '#core/http/accept-encoding.ts'
import { cookiePairs, cookieText } from '#core/http/cookies.ts'
import { filterQuery } from '#core/http/query-string.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import { viewerHeader } from '#core/trace/engine/viewer-headers.ts'

/** The header fields that are in the key; an absent one is a value of its own. */
function keyedHeaders(exchange: Exchange, behavior: CompiledBehavior): Record<string, string> {
  const headers: Record<string, string> = bare()
  for (const name of behavior.key.headerNames) {
    const value = name === 'host' ? exchange.request.host : viewerHeader(exchange, name)
    if (value !== null) headers[name] = value
  }
  return headers
}

function keyedCookies(exchange: Exchange, { key }: CompiledBehavior): Record<string, string> {
  if (key.cookies.mode === 'none') return {}
  const pairs = cookiePairs(exchange.request.headers.all('cookie')).filter(({ name }) =>
    key.cookies.takes(name),
  )
  return Object.fromEntries(pairs.map(({ name, value }) => [name, value]))
}

/** What of a query string is in the key. */
export function keyedQuery(query: string, { key }: Pick<CompiledBehavior, 'key'>): string {
  const { mode, takes } = key.query
  return mode === 'all' ? query : mode === 'none' ? '' : filterQuery(query, takes)
}

/** How a key begins; an object is named by it. */
export const keyStart = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

const isCacheable = (method: string, behavior: CompiledBehavior) =>
  method === 'GET' || method === 'HEAD' || (method === 'OPTIONS' && behavior.cachesOptions)

/** Why the request goes past the caches, or null. */
function bypass(method: string, behavior: CompiledBehavior): string | null {
  if (behavior.key.headers.mode === 'all') return 'all headers are forwarded'
  if (behavior.ttl.disabled) return 'caching is disabled: minimum, default and maximum TTL are 0'
  return isCacheable(method, behavior) ? null : `${method} is not a cached method`
}

function keyInWords(exchange: Exchange): string {
  const { cacheKey } = exchange
  if (!cacheKey) return ''
  const parts = [
    `host ${cacheKey.host}`,
    `path ${cacheKey.path}`,
    ...(cacheKey.query === '' ? [] : [`query ${cacheKey.query}`]),
    ...Object.entries(cacheKey.headers).map(([name, value]) => `header ${name}: ${value}`),
    ...Object.entries(cacheKey.cookies).map(([name, value]) => `cookie ${name}=${value}`),
  ]
  return `The key is ${parts.join(', ')}.`
}

export const cacheKey = defineStage({
  id: 'cache-key',
  at: 'edge',
  title: 'Cache key',
  explained: 'before-origin',
  basis: { documented: guide('understanding-the-cache-key') },
  run(exchange, note) {
    const { behavior, request, distribution } = exchange
    if (!behavior || !distribution) return
    const { key } = behavior
    // Listed in the policy by name, Accept-Encoding is a header like any other.
    const normalizes = (key.gzip || key.brotli) && !key.headers.takes('accept-encoding')
    if (normalizes)
      exchange.acceptEncoding = normalizeAcceptEncoding(request.headers.combined('accept-encoding'), key)
    const past = bypass(request.method, behavior)
    if (past !== null) {
      note?.({ is: 'bypass', why: past }, [behavior.ttl.path])
      return
    }
    const query = keyedQuery(request.query, behavior)
    let text = keyStart(request.path, query)
    if (exchange.acceptEncoding !== null) text += `\naccept-encoding:${exchange.acceptEncoding}`
    if (key.headerNames.length > 0) {
      const headers = keyedHeaders(exchange, behavior)
      for (const name of key.headerNames)
        if (headers[name] !== undefined) text += `\n${name}:${headers[name]}`
      exchange.keyHeaders = headers
    }
    if (key.cookies.mode !== 'none') {
      const cookies = keyedCookies(exchange, behavior)
      exchange.keyCookies = cookies
      const names = Object.keys(cookies).sort()
      if (names.length > 0)
        text += `\n;${cookieText(names.map((name) => ({ name, value: cookies[name] ?? '' })))}`
    }
    // Only GET and HEAD share an object.
    if (request.method === 'OPTIONS') text = `OPTIONS ${text}`
    const rules = exchange.engine.sharedRules
    if (rules) text = rules.keyOf(request, text)
    exchange.cacheKeyText = exchange.cachePrefix + text
    exchange.keyQuery = query
    note?.(keyInWords(exchange), [key.path])
  },
})
