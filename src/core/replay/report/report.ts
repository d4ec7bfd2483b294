/** The results of a replay, as `frontage replay --format json` prints them and the page shows them. */

import type { LogFormat, UnreadableLine } from '#core/replay/read/log-reader.ts'
import type { LearnedLifetime } from '#core/replay/serve/learn.ts'
import type { CostEstimate } from './cost.ts'
import type {
  Count,
  Group,
  LatencyClass,
  LoggedLatency,
  NeverHitObject,
  OriginGroup,
  PathCount,
  PathMisses,
  TimeGroup,
  Trust,
} from './counts.ts'
import type { KeyFanOut } from './fan-out.ts'

export interface LogFileReport {
  readonly file: string
  readonly format: LogFormat
  readonly lines: number
  readonly requests: number
  readonly unreadable: number
  readonly examples: readonly UnreadableLine[]
  /** Why the file could not be read to its end. */
  readonly damage: string | null
}

/** Something that no log says and that the result rests on. */
export interface Assumption {
  readonly about: string
  readonly assumed: string
  /** Requests that it concerns, where it was counted. */
  readonly requests?: number
}

export interface ReplayReport {
  readonly distribution: string
  readonly log: {
    readonly files: readonly LogFileReport[]
    readonly requests: number
    readonly unreadable: number
    /** ISO 8601; null where there were no requests. */
    readonly from: string | null
    readonly to: string | null
    /** Lines that came too late to be brought into order. */
    readonly late: number
  }
  readonly total: Count & { readonly hitRatio: number | null }
  readonly byBehavior: readonly Group[]
  /** Viewers' requests by the origin or origin group that their behavior targets. */
  readonly byTarget: readonly Group[]
  /** What origins were asked. */
  readonly byOrigin: readonly OriginGroup[]
  readonly byStatus: readonly Group[]
  /** Requests that AWS WAF would have ended, by its rule. */
  readonly byRule: readonly Group[]
  readonly byPop: readonly Group[]
  readonly byTime: readonly TimeGroup[]
  readonly latency: readonly LatencyClass[]
  readonly loggedLatency: readonly LoggedLatency[]
  readonly trust: Trust
  readonly topPaths: readonly PathCount[]
  readonly topMisses: readonly PathMisses[]
  readonly objects: {
    readonly requested: number
    readonly neverHit: number
    readonly examples: readonly NeverHitObject[]
  }
  readonly fanOut: readonly KeyFanOut[]
  readonly functions: { readonly cloudFront: number; readonly lambda: number }
  readonly learned: readonly LearnedLifetime[]
  readonly assumptions: readonly Assumption[]
  readonly cost: CostEstimate
}
