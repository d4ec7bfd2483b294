/** What `import { openDistribution } from '@frontage-cdn/frontage/trace'` gives; the declarations have to stand alone. */

import type { Source } from './check-api.ts'
import type { OriginFault, Viewer } from './local-api.ts'

export type Headers = Readonly<Record<string, string | readonly string[]>>

export interface Request {
  readonly method?: string
  /** Absolute, or a path on the distribution's own domain name. */
  readonly url: string
  readonly headers?: Headers
  readonly body?: string
  readonly viewer?: Viewer
}

/** How a scripted origin answers; the first rule that matches does. */
export interface OriginRule {
  readonly match?: {
    readonly method?: string
    /** Takes `*` and `?`, as a path pattern does. */
    readonly path?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly query?: string
  }
  readonly response?: {
    readonly status?: number
    readonly headers?: Headers
    readonly body?: string
    /** Bytes, where the body itself does not matter. */
    readonly bodySize?: number
  }
  readonly error?: OriginFault
  /** Answer only so often, then fall through to the next rule. */
  readonly times?: number
}

export interface OriginAttempt {
  readonly origin: string
  readonly method: string
  readonly protocol: 'http' | 'https'
  readonly host: string
  /** With the origin path. */
  readonly path: string
  readonly query: string
  readonly headers: Headers
  readonly status?: number
  readonly error?: OriginFault
}
export interface FunctionRun {
  readonly event: 'viewer-request' | 'viewer-response' | 'origin-request' | 'origin-response'
  readonly type: 'cloudfront-function' | 'lambda@edge'
  readonly name: string
  readonly logs: readonly string[]
  readonly error: null | { readonly type: string; readonly message: string }
  readonly generatedResponse: boolean
}
export interface CacheKey {
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  readonly host: string
}
export interface TraceEvent {
  readonly stage: string
  readonly title: string
  readonly detail: string
  readonly docs: string | null
}

/** One request's result, as `frontage trace --format json` has it. */
export interface TraceResult {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** The path pattern that was chosen; `*` is the default. */
  readonly behavior: string | null
  readonly xCache: string | null
  readonly resultType: string
  readonly detailedResultType: string
  readonly servedBy:
    | 'edge'
    | 'regional-edge-cache'
    | 'origin-shield'
    | 'origin'
    | 'function'
    | 'edge-generated'
  /** Null where the request never reached the cache. */
  readonly cacheKey: CacheKey | null
  /** Seconds of freshness given to the stored object; null where nothing was stored. */
  readonly ttl: number | null
  /** Every attempt, in order. */
  readonly originRequests: readonly OriginAttempt[]
  readonly functions: readonly FunctionRun[]
  /** The whole story, in order. */
  readonly events: readonly TraceEvent[]
  /** What the logs say of the request, by field name. */
  readonly log: Readonly<Record<string, string>>
}

export interface OpenSettings {
  readonly parameters?: Readonly<Record<string, string>>
  /** Needed only where the source has several. */
  readonly distribution?: string
  /** By an origin's Id; every other origin answers 200 with a text. */
  readonly origins?: Readonly<Record<string, readonly OriginRule[]>>
  /** Where the simulated clock starts (ISO 8601); 2026-01-01T00:00:00Z where absent. */
  readonly now?: string
}

/** A distribution with its caches under a simulated clock; nothing is sent anywhere. */
export interface Distribution {
  /** Its logical id. */
  readonly id: string
  /** Serves one request and tells its story; a string is a URL or a path. Rejects where the URL is none. */
  request(request: Request | string): Promise<TraceResult>
  /** Moves the clock on, by seconds. */
  advance(seconds: number): void
  /** How many objects went. */
  invalidate(paths: readonly string[]): number
  evict(tier: 'edge' | 'regional-edge-cache' | 'origin-shield', pop?: string): number
  /** Ends the sandbox of its functions. */
  close(): void
}

/** Opens a distribution, cold. Rejects with sentences that say what is wrong. */
export declare function openDistribution(source: Source, settings?: OpenSettings): Promise<Distribution>

/** One request through a cold distribution, then the same a second later, as `frontage trace` does it. */
export declare function trace(
  source: Source,
  request: Request | string,
  settings?: OpenSettings,
): Promise<{ readonly cold: TraceResult; readonly warm: TraceResult }>
