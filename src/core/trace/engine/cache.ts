/** The caches of edge locations, regional edge caches and Origin Shield. */
import type { Body } from '#core/http/body.ts'
import type { CacheControl } from '#core/http/cache-control.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'

export type TierName = 'edge' | 'regional-edge-cache' | 'origin-shield'

/**
 * A stored response. Every tier that a response passed through holds the same object: an object that an edge got from
 * its regional cache carries its age, so its life ends everywhere at once.
 */
export interface CachedObject {
  readonly key: string
  readonly distribution: string
  readonly host: string
  /** As the cache key has them: what an invalidation's paths are compared with. */
  readonly path: string
  /** Before a function or the default root object changed it: an invalidation names either. */
  readonly viewerPath: string
  readonly query: string
  readonly status: number
  readonly headers: HeaderFields
  readonly body: Body
  readonly encodedSize: number | null
  readonly cacheControl: CacheControl
  /** Milliseconds: when the origin's answer came, less the age it had already. */
  readonly bornAt: number
  /** Milliseconds: fresh as long as the clock is before it. */
  freshUntil: number
  /** Milliseconds: an origin that failed is not asked again before. */
  retryAt: number
  /** Seconds of freshness given. */
  readonly ttl: number
  readonly maxTtl: number
  readonly etag: string | null
  readonly lastModified: string | null
  /** Lower case: the cache tags by which an invalidation can name it. */
  readonly tags: readonly string[]
  /** True for an error status. */
  readonly isError: boolean
  /** The custom error page that was served for it. */
  errorPage: EngineResponse | null
  /** Milliseconds: when it was stored or last confirmed. */
  readonly storedAt: number
  /** It has left one of the caches that keep watch. */
  isGone?: boolean
}

/** Objects by key, each of which is told when it leaves: whoever holds on to one sees whether it still lies there. */
export class WatchedObjects extends Map<string, CachedObject> {
  override set(key: string, object: CachedObject): this {
    const before = this.get(key)
    if (before !== undefined && before !== object) before.isGone = true
    return super.set(key, object)
  }

  override delete(key: string): boolean {
    const before = this.get(key)
    if (before !== undefined) before.isGone = true
    return super.delete(key)
  }

  override clear(): void {
    for (const object of this.values()) object.isGone = true
    super.clear()
  }
}

export const isFresh = (object: CachedObject, now: number): boolean => now < object.freshUntil

/** One cache at one place. */
export class CacheTier {
  readonly name: TierName
  /** A point of presence's code or a region. */
  readonly place: string
  readonly objects: Map<string, CachedObject>

  constructor(name: TierName, place: string, objects: Map<string, CachedObject>) {
    this.name = name
    this.place = place
    this.objects = objects
  }
}

const rememberedHeads = 16

/** All caches, made when first used. */
export class CacheNetwork {
  private readonly tiers = new Map<string, CacheTier>()
  /** The tiers of each behavior's requests, by point of presence. */
  readonly routes = new WeakMap<CompiledBehavior, Map<string, readonly CacheTier[]>>()

  /** Header fields of objects, the latest first. */
  private readonly heads: HeaderFields[] = []

  private readonly makeStore: () => Map<string, CachedObject>

  /** A store of one's own may bound what is kept; a plain map keeps everything. */
  constructor(makeStore: () => Map<string, CachedObject> = () => new Map()) {
    this.makeStore = makeStore
  }

  tier(name: TierName, place: string): CacheTier {
    const id = `${name} ${place}`
    const known = this.tiers.get(id)
    if (known) return known
    const tier = new CacheTier(name, place, this.makeStore())
    this.tiers.set(id, tier)
    return tier
  }

  /** A region's Origin Shield is its regional edge cache: what viewers near it fetched is there as well. */
  shield(region: string): CacheTier {
    const id = `shield ${region}`
    const known = this.tiers.get(id)
    if (known) return known
    const tier = new CacheTier('origin-shield', region, this.tier('regional-edge-cache', region).objects)
    this.tiers.set(id, tier)
    return tier
  }

  /** Fields for an object, which nobody changes: the very list of one that was stored lately, where it says the same. */
  fieldsOf(headers: HeaderFields): HeaderFields {
    const { heads } = this
    for (const known of heads) if (known.equals(headers)) return known
    const made = headers.copy()
    if (heads.length === rememberedHeads) heads.pop()
    heads.unshift(made)
    return made
  }

  [Symbol.iterator](): Iterator<CacheTier> {
    return this.tiers.values()
  }

  /** Removes objects for which `goes` says so from every tier; returns how many distinct ones went. */
  remove(goes: (object: CachedObject) => boolean): number {
    const gone = new Set<string>()
    for (const { objects } of this.tiers.values())
      for (const [key, object] of objects)
        if (goes(object)) {
          objects.delete(key)
          gone.add(key)
        }
    return gone.size
  }

  /** Empties the tiers of that name, at one place or everywhere; returns how many objects went. */
  evict(name: TierName, place?: string): number {
    let count = 0
    for (const tier of this.tiers.values())
      if (tier.name === name && (place === undefined || tier.place === place)) {
        count += tier.objects.size
        tier.objects.clear()
      }
    return count
  }
}
