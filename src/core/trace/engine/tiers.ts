/**
 * Which caches a request passes, the viewer's side first.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html
 */

import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { CacheNetwork, CacheTier } from './cache.ts'
import type { Exchange } from './exchange.ts'
import type { PointOfPresence } from './pops.ts'

/** OPTIONS goes straight on from the edge. */
export function tiersOf({ engine, pop, request, behavior }: Exchange): readonly CacheTier[] {
  const { caches } = engine
  if (!behavior || request.method === 'OPTIONS') return [caches.tier('edge', pop.code)]
  const routes = caches.routes.get(behavior) ?? new Map<string, readonly CacheTier[]>()
  caches.routes.set(behavior, routes)
  const known = routes.get(pop.code)
  if (known) return known
  const route = routeOf(caches, behavior, pop)
  routes.set(pop.code, route)
  return route
}

/** A bucket in the region of the regional edge cache is asked straight from the edge. */
function routeOf(caches: CacheNetwork, { target }: CompiledBehavior, pop: PointOfPresence): CacheTier[] {
  const origin = target.origins[0]
  const shield = origin?.shield ?? null
  const edge = caches.tier('edge', pop.code)
  if (origin?.region === pop.region && shield === null) return [edge]
  const regional = caches.tier('regional-edge-cache', pop.region)
  // The regional edge cache of the shield's region is the shield, and counts once.
  return shield === null || shield === pop.region ? [edge, regional] : [edge, regional, caches.shield(shield)]
}
