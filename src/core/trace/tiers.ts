/**
 * Which caches a request passes, the viewer's side first.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html
 */
import type { CacheTier } from './cache.ts'
import type { Exchange } from './exchange.ts'

/** OPTIONS goes straight on from the edge; so does a bucket in the region of the regional edge cache. */
export function tiersOf(exchange: Exchange): readonly CacheTier[] {
  const { engine, pop, request, behavior } = exchange
  const { caches } = engine
  const origin = behavior?.target.origins[0]
  const edge = caches.tier('edge', pop.code)
  if (request.method === 'OPTIONS') return [edge]
  const shield = origin?.shield ?? null
  const regional =
    origin?.region === pop.region && shield === null ? [] : [caches.tier('regional-edge-cache', pop.region)]
  // The regional edge cache in the shield's region is the shield.
  if (shield === null) return [edge, ...regional]
  if (shield === pop.region) return [edge, ...regional]
  // It holds one cache with what viewers near it use.
  return [edge, ...regional, caches.shield(shield)]
}
