/** What a replay counts, group by group: the rows of its report. */
import type { MissReason } from '#core/replay/serve/outcome.ts'

/** Counts of one group of requests. */
export interface Count {
  requests: number
  /** To viewers, headers included. */
  bytes: number
  /** By `x-edge-result-type`: served from any cache, confirmed by the origin, fetched from it, failed, everything else. */
  hits: number
  refreshHits: number
  misses: number
  errors: number
  others: number
  /** Requests that asked a cache, and where the answer was found (kept errors included). */
  lookups: number
  edgeHits: number
  regionalLookups: number
  regionalHits: number
  shieldLookups: number
  shieldHits: number
  /** Answered by an origin, and by CloudFront itself: with the hits of the tiers, the latency classes of all requests. */
  originAnswers: number
  ownAnswers: number
  originRequests: number
  /** Bodies from origins. */
  originBytes: number
}

export const emptyCount = (): Count => ({
  requests: 0,
  bytes: 0,
  hits: 0,
  refreshHits: 0,
  misses: 0,
  errors: 0,
  others: 0,
  lookups: 0,
  edgeHits: 0,
  regionalLookups: 0,
  regionalHits: 0,
  shieldLookups: 0,
  shieldHits: 0,
  originAnswers: 0,
  ownAnswers: 0,
  originRequests: 0,
  originBytes: 0,
})

/** Hits among what was a hit, a RefreshHit or a miss: null where there was none of them. */
export function hitRatio({ hits, refreshHits, misses }: Count): number | null {
  const all = hits + refreshHits + misses
  return all === 0 ? null : hits / all
}

export interface Group extends Count {
  readonly name: string
}

export interface OriginGroup {
  readonly name: string
  readonly requests: number
  readonly bytes: number
}

export interface TimeGroup extends Count {
  /** Milliseconds since the epoch. */
  readonly start: number
}

export interface LatencyClass {
  /** Who answered: `edge`, `regional-edge-cache`, `origin-shield`, `origin`, or `none` where CloudFront answered by itself. */
  readonly servedFrom: string
  readonly requests: number
  readonly share: number
}

export interface LoggedLatency {
  /** As logged. */
  readonly resultType: string
  readonly requests: number
  /** Mean seconds to the first byte; null where the log has no times. */
  readonly meanSeconds: number | null
}

export interface PathCount {
  readonly method: string
  readonly path: string
  readonly behavior: string
  readonly requests: number
  readonly bytes: number
  readonly hits: number
}

export interface PathMisses extends PathCount {
  readonly originRequests: number
  /** The most frequent first. */
  readonly reasons: readonly { readonly reason: MissReason; readonly requests: number }[]
}

export interface NeverHitObject {
  readonly key: string
  readonly behavior: string
  readonly requests: number
  readonly bytes: number
}

/** The simulation against what CloudFront logged. */
export interface Trust {
  readonly simulatedHitRatio: number | null
  readonly loggedHitRatio: number | null
  /** Requests whose simulated result type is the logged one, among those that have one. */
  readonly agreement: number | null
  readonly byBehavior: readonly {
    readonly behavior: string
    readonly simulatedHitRatio: number | null
    readonly loggedHitRatio: number | null
  }[]
}
