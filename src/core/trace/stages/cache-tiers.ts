import { type CachedObject, isFresh, type TierName } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import { mayServeStaleWhileRevalidating } from '#core/trace/engine/staleness.ts'
import { tiersOf } from '#core/trace/engine/tiers.ts'
import type { Note } from '#core/trace/message/message.ts'

const titles = {
  edge: 'Edge cache',
  'regional-edge-cache': 'Regional edge cache',
  'origin-shield': 'Origin Shield',
}

function serveFrom(exchange: Exchange, object: CachedObject, tier: number) {
  exchange.found = object
  exchange.foundTier = tier
  for (let nearer = 0; nearer < tier; nearer += 1) exchange.tiers[nearer]?.objects.set(object.key, object)
}

/** The object of a key, or of this very range or method, in one tier. */
function objectIn(exchange: Exchange, tier: number): CachedObject | undefined {
  const key = exchange.cacheKeyText ?? ''
  const objects = exchange.tiers[tier]?.objects
  const whole = objects?.get(key)
  if (whole || objects === undefined) return whole
  const { method, headers } = exchange.request
  if (method === 'HEAD') return objects.get(`HEAD ${key}`)
  const range = headers.first('range')
  return range === null ? undefined : objects.get(`${key}\nrange:${range}`)
}

const secondsUntil = (time: number, now: number) => Math.round((time - now) / 1000)

function lookUp(exchange: Exchange, name: TierName, note: Note | null): void {
  if (exchange.cacheKeyText === null) return
  if (name === 'edge') exchange.tiers = tiersOf(exchange)
  const index = exchange.tiers.findIndex((tier) => tier.name === name)
  const tier = exchange.tiers[index]
  if (!tier) return
  const object = objectIn(exchange, index)
  const { now } = exchange
  if (!object) {
    note?.(`Nothing for this key at ${tier.place}.`)
    return
  }
  if (isFresh(object, now) && !exchange.engine.sharedRules?.mustAsk(object)) {
    const left = secondsUntil(object.freshUntil, now)
    note?.({ is: 'fresh', place: tier.place, left, ttl: object.ttl })
    serveFrom(exchange, object, index)
    return
  }
  if (object.isError) {
    note?.(`The error kept at ${tier.place} has expired.`)
    tier.objects.delete(object.key)
    return
  }
  if (now < object.retryAt) {
    note?.(
      `An expired object at ${tier.place}; the origin failed lately and is asked again in ${secondsUntil(object.retryAt, now)} s.`,
    )
    serveFrom(exchange, object, index)
    return
  }
  if (mayServeStaleWhileRevalidating(object, now)) {
    note?.(
      `An expired object at ${tier.place}, within its stale-while-revalidate time: it is served, and refreshed behind.`,
    )
    serveFrom(exchange, object, index)
    exchange.refreshesBehind = true
    return
  }
  note?.(
    `An object at ${tier.place} that expired ${secondsUntil(now, object.freshUntil)} s ago: it is to be checked with the origin.`,
  )
  exchange.stale = object
}

const at = { edge: 'edge', 'regional-edge-cache': 'region', 'origin-shield': 'shield' } as const

const tierStage = <const Id extends string>(id: Id, name: TierName, documented: string) =>
  defineStage({
    id,
    at: at[name],
    title: titles[name],
    explained: 'before-origin',
    basis: { documented },
    run: (exchange, note) => lookUp(exchange, name, note),
  })

export const edgeCache = tierStage('edge-cache', 'edge', guide('HowCloudFrontWorks'))
export const regionalEdgeCache = tierStage(
  'regional-edge-cache',
  'regional-edge-cache',
  guide('HowCloudFrontWorks'),
)
export const originShield = tierStage('origin-shield', 'origin-shield', guide('origin-shield'))
