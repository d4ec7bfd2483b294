import { parseCacheControl } from '#core/http/cache-control.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { CachedObject } from '#core/trace/engine/cache.ts'
import { type ReadTags, readTags } from '#core/trace/engine/cache-tags.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, documented, guide } from '#core/trace/engine/stage.ts'
import { ageOf, decideErrorTtl, decideTtl, type TtlDecision } from '#core/trace/engine/ttl.ts'
import type { EngineResponse, Note } from '#core/trace/message/message.ts'

const largestObject = 50 * 1024 ** 3

function decide(exchange: Exchange, behavior: CompiledBehavior, response: EngineResponse): TtlDecision {
  const { headers, status } = response
  const control = parseCacheControl(headers.combined('cache-control'))
  const { ttl } = behavior
  if (response.body.size > largestObject)
    return { store: false, seconds: 0, why: 'Objects over 50 GB are not kept.' }
  const rules = exchange.engine.sharedRules
  const refused = rules?.refusal(exchange.request, control, status) ?? null
  if (refused !== null) return { store: false, seconds: 0, why: refused }
  if (status < 400 || rules) return decideTtl(control, headers, status, ttl, exchange.now, rules !== null)
  const configured = exchange.distribution?.errorResponses.get(status)
  return decideErrorTtl(control, headers, status, ttl, exchange.now, configured?.minTtl)
}

/** GET makes the object; HEAD and a range of an object that is not there whole are kept on their own. */
function keyFor(exchange: Exchange, { status }: EngineResponse): string {
  const key = exchange.cacheKeyText ?? ''
  if (exchange.request.method === 'HEAD' && !exchange.isRefreshed) return `HEAD ${key}`
  const range = exchange.request.headers.first('range')
  return status === 206 && range !== null ? `${key}\nrange:${range}` : key
}

function toObject(
  exchange: Exchange,
  response: EngineResponse,
  seconds: number,
  behavior: CompiledBehavior,
  tags: readonly string[],
): CachedObject {
  const { now } = exchange
  const { headers } = response
  return {
    // In the order of the silent run's objects, so that all are of one form.
    body: response.body,
    encodedSize: response.encodedSize,
    bornAt: now - ageOf(headers) * 1000,
    freshUntil: now + seconds * 1000,
    isGone: false,
    isError: response.status >= 400,
    headers: exchange.engine.caches.fieldsOf(headers),
    status: response.status,
    key: exchange.isRefreshed ? (exchange.stale?.key ?? '') : keyFor(exchange, response),
    distribution: exchange.distribution?.id ?? '',
    host: exchange.distribution?.domainName ?? '',
    path: exchange.request.path,
    viewerPath: exchange.viewerPath,
    query: exchange.keyQuery,
    cacheControl: parseCacheControl(headers.combined('cache-control')),
    storedAt: now,
    retryAt: 0,
    ttl: seconds,
    maxTtl: behavior.ttl.max,
    etag: headers.first('etag'),
    lastModified: headers.first('last-modified'),
    tags,
    errorPage: null,
  }
}

function tellTags({ distribution }: Exchange, { tags, problem }: ReadTags, note: Note): void {
  const because = [[...(distribution?.path ?? []), 'CacheTagConfig']]
  if (tags.length > 0)
    note(
      `The object is tagged ${tags.map((tag) => `“${tag}”`).join(', ')}: an invalidation of “#${tags[0]}” removes it.`,
      because,
      documented('invalidation-by-tags'),
    )
  if (problem !== null) note(problem, because, documented('invalidation-specifying-tags'))
}

export const cacheStore = defineStage({
  id: 'cache-store',
  at: 'region',
  title: 'TTL and cache',
  explained: 'after-origin',
  basis: { documented: guide('Expiration') },
  run(exchange, note) {
    const { behavior, originResponse } = exchange
    if (!behavior || !originResponse || exchange.cacheKeyText === null) return
    if (originResponse.status === 304) {
      note?.('A 304 for the viewer’s own condition is passed on and not kept.')
      return
    }
    const decision = decide(exchange, behavior, originResponse)
    note?.(decision.why, [originResponse.status >= 400 ? null : behavior.ttl.path], decision.basis)
    if (!decision.store) {
      // What is not to be kept replaces what was.
      if (exchange.stale && originResponse.status < 500)
        for (const tier of exchange.tiers) tier.objects.delete(exchange.stale.key)
      return
    }
    const rules = exchange.engine.sharedRules
    if (rules)
      exchange.cacheKeyText = rules.keyOfStored(
        exchange.request,
        exchange.cacheKeyText,
        originResponse.headers,
      )
    const tagged = readTags(originResponse.headers, exchange.distribution?.cacheTagHeader ?? null)
    if (note) tellTags(exchange, tagged, note)
    const object = toObject(exchange, originResponse, decision.seconds, behavior, tagged.tags)
    exchange.stored = object
    exchange.ttl = decision.seconds
    if (exchange.stale && exchange.stale.key !== object.key && object.status < 400)
      for (const tier of exchange.tiers) tier.objects.delete(exchange.stale.key)
    for (const tier of exchange.tiers) tier.objects.set(object.key, object)
  },
})
