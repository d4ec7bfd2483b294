/** Scenarios and their results, as section 4 of the command line's contract fixes them (docs/scenarios.md). */
import type { AccountFacts } from './account.ts'
import type { Json, JsonObject } from './field.ts'

export type HeaderFields = Readonly<Record<string, string | readonly string[]>>

export interface Viewer {
  readonly ip?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** A point of presence: `FRA56`. */
  readonly pop?: string
  readonly httpVersion?: '1.0' | '1.1' | '2' | '3'
  readonly [property: string]: Json | undefined
}
export interface ViewerRequest {
  readonly method?: string
  /** Absolute, or a path on the distribution's own domain name. */
  readonly url: string
  readonly headers?: HeaderFields
  readonly body?: string
  readonly viewer?: Viewer
}
export type OriginFault =
  | 'connect-timeout'
  | 'connection-refused'
  | 'response-timeout'
  | 'tls'
  | 'dns'
  | 'connection-reset'

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
    readonly headers?: HeaderFields
    readonly body?: string
    /** Bytes, where the body itself does not matter. */
    readonly bodySize?: number
  }
  readonly error?: OriginFault
  /** Answer only so often, then fall through to the next rule. */
  readonly times?: number
  /** Ours, and in no scenario file: taken from a trace and held there, before the rules of the script. */
  readonly pinned?: true
}
export type ScriptedOrigins = Readonly<Record<string, readonly OriginRule[]>>

export type ScenarioStep =
  | { readonly request: ViewerRequest; readonly expect?: JsonObject }
  /** Seconds. */
  | { readonly advance: number }
  | { readonly invalidate: readonly string[] }
  | { readonly evict: { readonly tier: string; readonly pop?: string } }
  | FunctionStep

/**
 * One edge function on one event, outside of any request. What it came to has `output` (`{ request }` or `{ response }`
 * in AWS's shape), `logs`, `error`, `status`, `generatedResponse` and `utilization`; `expect` names some of it.
 */
export interface FunctionStep {
  /** The function's logical ID, or its name. */
  readonly function: string
  /** The event in AWS's shape, as `aws cloudfront test-function --event-object` takes it. */
  readonly event: JsonObject
  readonly expect?: JsonObject
}

export interface Scenario {
  readonly name: string
  readonly docs?: string
  /** The distribution's logical id; needed only where the design has several. */
  readonly distribution?: string
  readonly now?: string
  readonly account?: AccountFacts
  readonly origins?: ScriptedOrigins
  /**
   * What a function gives back, by its name, where it cannot be run here: its code is not in the design, or it needs what
   * our sandbox lacks, such as the network.
   */
  readonly functionResults?: Readonly<Record<string, Json>>
  readonly steps: readonly ScenarioStep[]
}

export type ServedBy =
  | 'edge'
  | 'regional-edge-cache'
  | 'origin-shield'
  | 'origin'
  | 'function'
  | 'edge-generated'

export interface CacheKey {
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  readonly host: string
}
export interface OriginAttempt {
  readonly origin: string
  readonly method: string
  readonly protocol: 'http' | 'https'
  readonly host: string
  /** With the origin path. */
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly status?: number
  readonly error?: OriginFault
}
export interface FunctionRunReport {
  readonly event: 'viewer-request' | 'viewer-response' | 'origin-request' | 'origin-response'
  readonly type: 'cloudfront-function' | 'lambda@edge'
  readonly name: string
  readonly logs: readonly string[]
  readonly error: null | { readonly type: string; readonly message: string }
  readonly generatedResponse: boolean
  /** What the function wrote into the access log, where it did. */
  readonly customData?: string
}
/** One field of a message that a step set, changed or removed; `null` where there is none. */
export interface MessageChange {
  readonly message: 'viewer request' | 'origin request' | 'origin response' | 'response'
  /** `method`, `path`, `status`, `header cache-control`. */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}
/** What a step says, in data, where something acts on it: nothing has to look for words in a sentence. */
export type Said =
  /** A function does not run. */
  | { readonly is: 'skipped'; readonly name: string; readonly why: string }
  /** A function runs at CloudFront and not here: the request goes on as if there were none, or with what the scenario says. */
  | {
      readonly is: 'not-run'
      readonly name: string
      readonly why: string
      readonly result: 'passed-over' | 'scripted'
    }
  /** A cache has a fresh object; `left` and `ttl` in seconds. */
  | { readonly is: 'fresh'; readonly place: string; readonly left: number; readonly ttl: number }
  /** A behavior takes the request; `pattern` is null for the default one. `passed` are the patterns that did not match. */
  | {
      readonly is: 'chosen'
      readonly path: string
      readonly pattern: string | null
      /** From 1. */
      readonly order: number
      readonly passed: readonly string[]
    }
  /** The request goes past the caches. */
  | { readonly is: 'bypass'; readonly why: string }
  /**
   * Our sandbox could not do what a function asked for, which CloudFront can. `result`: the request goes on as if there
   * were no function, with what the scenario says that it gives, or with what it gave without that.
   */
  | {
      readonly is: 'sandbox-limit'
      readonly name: string
      readonly cannot: string
      readonly what: string
      readonly result: 'passed-over' | 'scripted' | 'kept'
    }

export interface TraceEvent {
  readonly stage: string
  readonly title: string
  readonly detail: string
  /** What `detail` was made from. */
  readonly said?: Said
  readonly docs: string | null
  /** Of this decision: AWS's page, our reading where AWS is silent, or what people saw CloudFront do. */
  readonly basis: 'documented' | 'inferred' | 'observed'
  /** The settings that caused it, as JSON pointers into the design. */
  readonly because?: readonly string[]
  /** Milliseconds of the simulated network. */
  readonly duration?: number
  /** What the step changed of the messages; an origin request is compared with the viewer's. */
  readonly changes?: readonly MessageChange[]
}
export interface RequestResult {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
  readonly behavior: string | null
  readonly xCache: string | null
  readonly resultType: string
  readonly detailedResultType: string
  readonly servedBy: ServedBy
  readonly cacheKey: CacheKey | null
  /** Seconds of freshness given to the stored object; null where nothing was stored. */
  readonly ttl: number | null
  readonly originRequests: readonly OriginAttempt[]
  readonly functions: readonly FunctionRunReport[]
  readonly events: readonly TraceEvent[]
  /** What the standard and real-time logs say of the request, by field name. */
  readonly log: Readonly<Record<string, string>>
}
