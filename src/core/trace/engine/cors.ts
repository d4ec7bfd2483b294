/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#understanding-response-headers-policies-cors */
import { listItems } from '#core/http/header-fields.ts'
import type { ResponseHeadersPolicyConfig } from '#core/model/document.ts'
import { type Expression, known, knownItems } from '#core/model/field.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'

type Cors = Exclude<ResponseHeadersPolicyConfig['CorsConfig'], Expression | undefined>

/** `https://*.example.org`, `*.example.org` or `https://example.org:*` as the console takes them. */
function isAllowed(pattern: string, origin: string): boolean {
  if (pattern === '*' || pattern === origin) return true
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')
  const scheme = /^[a-z]+:\/\//.test(pattern) ? '' : '[a-z]+:\\/\\/'
  return new RegExp(`^${scheme}${escaped}$`, 'i').test(origin)
}

function varyByOrigin({ headers }: EngineResponse): void {
  const vary = listItems(headers.combined('vary'))
  if (!vary.some((name) => name.toLowerCase() === 'origin'))
    headers.set('vary', [...vary, 'Origin'].join(', '))
}

/** Adds the CORS headers that a request with `Origin` gets; returns the names that were set. */
export function addCors(exchange: Exchange, response: EngineResponse, cors: Cors | undefined): string[] {
  const added: string[] = []
  const { request } = exchange
  const origin = request.headers.first('origin')
  if (!cors || origin === null) return added
  const override = known(cors.OriginOverride) === true
  const { headers } = response
  const allowed = knownItems(cors.AccessControlAllowOrigins)
  if (override) headers.filter((name) => !name.startsWith('access-control-'))
  if (!allowed.some((pattern) => isAllowed(pattern, origin))) return added
  const set = (name: string, value: string) => {
    if (headers.has(name)) return
    headers.set(name, value)
    added.push(name)
  }
  const credentials = known(cors.AccessControlAllowCredentials) === true
  const anyOrigin = allowed.includes('*')
  set('access-control-allow-origin', anyOrigin ? '*' : origin)
  if (!anyOrigin) varyByOrigin(response)
  if (credentials) set('access-control-allow-credentials', 'true')
  const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
  if (!isPreflight) {
    const exposed = knownItems(cors.AccessControlExposeHeaders)
    if (exposed.length > 0) set('access-control-expose-headers', exposed.join(', '))
    return added
  }
  const methods = knownItems(cors.AccessControlAllowMethods).map(String)
  if (methods.length > 0)
    set(
      'access-control-allow-methods',
      methods.includes('ALL') ? 'GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS' : methods.join(', '),
    )
  const names = knownItems(cors.AccessControlAllowHeaders)
  if (names.length > 0) set('access-control-allow-headers', names.join(', '))
  const age = known(cors.AccessControlMaxAgeSec)
  if (age !== undefined) set('access-control-max-age', String(age))
  return added
}
