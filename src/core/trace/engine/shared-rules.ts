/**
 * What RFC 9111 asks of a shared cache and CloudFront does otherwise. They hold in the plain shared cache only, so that
 * it can be measured against public suites; a distribution never uses them.
 */
import type { CacheControl } from '#core/http/cache-control.ts'
import { type HeaderFields, listItems } from '#core/http/header-fields.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import type { CachedObject, CacheNetwork } from './cache.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** Those that RFC 9110 §15.1 calls cacheable by heuristics, and the failures that a cache meets. */
const understoodStatuses = new Set([
  200, 203, 204, 206, 300, 301, 302, 303, 307, 308, 404, 405, 410, 414, 500, 501, 502, 503, 504,
])

export class SharedCacheRules {
  /** For each URL the request fields that its last response varied by (§4.1). */
  private readonly varied = new Map<string, readonly string[]>()

  private withVariant({ headers }: EngineRequest, base: string): string {
    const names = this.varied.get(base)
    if (!names) return base
    return `${base}\nvary ${names.map((name) => `${name}:${headers.combined(name)?.replaceAll(/\s+/g, '') ?? ''}`).join('\n')}`
  }

  /** The key of a request: its host, the distribution's own key, and what the last response varied by. */
  keyOf(request: EngineRequest, text: string): string {
    return this.withVariant(request, `${request.protocol}://${request.host}${text}`)
  }

  /** The key under which a response to the request is kept. */
  keyOfStored(request: EngineRequest, text: string, headers: HeaderFields): string {
    const base = text.split('\nvary ', 1)[0] ?? text
    const names = listItems(headers.combined('vary')).map((name) => name.toLowerCase())
    if (names.length > 0) this.varied.set(base, names.sort())
    return this.withVariant(request, base)
  }

  /** A fresh object that may be reused only after the origin was asked: `no-cache="field"` (§5.2.2.4). */
  mustAsk({ cacheControl }: CachedObject): boolean {
    return cacheControl.noCacheFields.length > 0
  }

  /** `s-maxage` carries the meaning of `proxy-revalidate` (§5.2.2.10): an expired object never stands in for a failing origin. */
  forbidsStale({ cacheControl }: CachedObject): boolean {
    return cacheControl.sMaxAge !== undefined
  }

  /** Why a response may not be kept (§3.5, §5.2.2.3, §5.2.2.7), or null. */
  refusal({ headers }: EngineRequest, control: CacheControl, status: number): string | null {
    if (control.mustUnderstand && !understoodStatuses.has(status))
      return `“must-understand” keeps a ${status} out: it is no status that this cache knows.`
    if (control.privateFields.length > 0) return 'Parts of the response are private.'
    if (
      !headers.has('authorization') ||
      control.isPublic ||
      control.sMaxAge !== undefined ||
      control.mustRevalidate
    )
      return null
    return 'The request carried Authorization, and the response does not say that it may be shared.'
  }

  /** After an unsafe method succeeded, what is stored for its URL is not used again (§4.4). */
  invalidate(caches: CacheNetwork, request: EngineRequest, status: number): void {
    if (safeMethods.has(request.method) || status < 200 || status >= 400) return
    caches.remove(
      ({ path, query, key }) =>
        path === request.path && query === request.query && key.includes(request.host),
    )
  }
}
