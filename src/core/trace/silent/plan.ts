/**
 * What the requests of one head, site and behavior come to on their way to the caches, learned from the first of them. It
 * holds for every path that leads to the behavior where the design looks at nothing else of it; {@link isPlainBehavior} and
 * {@link isPlainDistribution} say where that is so.
 */
import { known, knownItems } from '#core/model/field.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { CachedObject, CacheTier } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { keyedQuery, keyStart } from '#core/trace/stages/cache-key.ts'
import type { Answer } from './answer.ts'
import type { Head } from './head.ts'
import type { OriginAsk } from './origin-ask.ts'
import type { Outcome } from './outcome.ts'

export interface Plan {
  readonly head: Head
  readonly behavior: CompiledBehavior
  readonly distribution: CompiledDistribution
  readonly pop: Exchange['pop']
  readonly tiers: readonly CacheTier[]
  readonly acceptEncoding: string | null
  readonly keyHeaders: Exchange['keyHeaders']
  readonly keyCookies: Exchange['keyCookies']
  /** What follows path and query in the cache key. */
  readonly keyEnd: string
  /** How objects were served from a cache, the latest first. */
  readonly answers: Answer[]
  /** What the origin is sent, by what the expired object has; see {@link kindOf}. */
  readonly asks: (OriginAsk | undefined)[]
  /** What its answers came to, the latest first. */
  readonly outcomes: Outcome[]
}

/** No function, no signature, and no header of the response that chance or the clock makes beside CloudFront's own. */
export function isPlainBehavior({ functions, signing, responseHeaders }: CompiledBehavior): boolean {
  if (signing !== null || Object.keys(functions).length > 0) return false
  if (responseHeaders === null) return true
  const { config } = responseHeaders
  const names = [...knownItems(config.RemoveHeadersConfig), ...knownItems(config.CustomHeadersConfig)].map(
    ({ Header }) => known(Header)?.toLowerCase(),
  )
  return config.ServerTimingHeadersConfig === undefined && !names.includes('age') && !names.includes('date')
}

/** One site without a web ACL, certificates of viewers or a share that goes elsewhere. */
export const isPlainDistribution = ({ staging, tenants, webAcl, mtls }: CompiledDistribution): boolean =>
  staging === null && tenants === null && webAcl === null && mtls === null

/** Upgrades and ranges have ways of their own. */
export const isPlainHead = ({ method, headers }: Head): boolean =>
  (method === 'GET' || method === 'HEAD') && !headers.has('range') && !headers.has('upgrade')

/** What an exchange tells of its like; null where it never came to the caches. */
export function learnPlan(head: Head, exchange: Exchange): Plan | null {
  const { behavior, distribution, cacheKeyText, request, tiers } = exchange
  if (behavior === null || distribution === null || cacheKeyText === null || tiers.length === 0) return null
  const start = keyStart(request.path, keyedQuery(request.query, behavior))
  if (!cacheKeyText.startsWith(start)) return null
  return {
    head,
    behavior,
    distribution,
    pop: exchange.pop,
    tiers,
    acceptEncoding: exchange.acceptEncoding,
    keyHeaders: exchange.keyHeaders,
    keyCookies: exchange.keyCookies,
    keyEnd: cacheKeyText.slice(start.length),
    answers: [],
    asks: [],
    outcomes: [],
  }
}

/** Whether an object answers as it is: whole, no error, and fresh. */
export const isServable = ({ isError, freshUntil }: CachedObject, now: number): boolean =>
  !isError && now < freshUntil
