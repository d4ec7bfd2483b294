/** Why the origin had to be asked: what was fetched before, and from which cache it has gone. */
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { Keys } from './keys.ts'
import type { MissReason } from './outcome.ts'
import { PairTable } from './pair-table.ts'
import type { Target } from './targets.ts'

export class Reasons {
  /** Something has been invalidated. */
  hasInvalidated = false
  /** Keys that have been fetched, by the cache farthest from the viewer. */
  private readonly fetched = new PairTable()
  private readonly cacheNumbers = new Map<string, number>()
  private readonly keys: Keys

  constructor(keys: Keys) {
    this.keys = keys
  }

  /** The number of the cache farthest from the viewer. */
  farthestOf({ tiers }: Exchange): number {
    const place = tiers.at(-1)?.place ?? ''
    const known = this.cacheNumbers.get(place) ?? this.cacheNumbers.size
    this.cacheNumbers.set(place, known)
    return known
  }

  /** A key's object has come to lie in the farthest cache. */
  note(key: number, farthest: number): void {
    if (this.fetched.find(key, farthest) < 0) this.fetched.add(key, farthest)
  }

  /** For a request that the engine served; `key` is -1 where it was not known before. */
  ofExchange(exchange: Exchange, key: number, target: Target): MissReason {
    if (exchange.attempts === 0) return 'none'
    if (exchange.cacheKeyText === null) return 'goes past the caches'
    if (exchange.stale !== null) return 'expired'
    if (key < 0) return this.keys.whyNew(target)
    const { stored } = exchange
    if (stored === null) return 'was not kept'
    if (this.fetched.find(key, this.farthestOf(exchange)) < 0) return 'first request at this cache'
    if (stored.key !== exchange.cacheKeyText) return 'another part of the object'
    return stored.isError ? 'expired' : this.goneReason
  }

  /** For a plain fetch of a key that is known. */
  ofKnown(key: number, farthest: number, isExpired: boolean): MissReason {
    if (isExpired) return 'expired'
    return this.fetched.find(key, farthest) >= 0 ? this.goneReason : 'first request at this cache'
  }

  /** Nothing else takes objects out of these caches; before the first invalidation it was an error that had expired. */
  private get goneReason(): MissReason {
    return this.hasInvalidated ? 'invalidated' : 'expired'
  }
}
