import type { Json, JsonObject } from '#core/model/field.ts'

/**
 * Milliseconds that a Lambda function gets where nothing names another limit: Lambda's own default.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
 */
export const defaultTimeoutMs = 3000

/** One run of an edge function. The sandbox knows the languages; it knows nothing of stages or caches. */
export interface FunctionRun {
  readonly language: 'cloudfront-js-1.0' | 'cloudfront-js-2.0' | 'nodejs'
  readonly code: string
  /** The exported name that is called (nodejs: `handler` of `index.handler`). */
  readonly handler: string
  /** The event object in AWS's own shape. */
  readonly event: JsonObject
  /** nodejs: the second argument's plain fields. */
  readonly context?: JsonObject
  /** Contents of the associated key value stores, by every name the code may use (ARN's id, ARN, name). */
  readonly keyValueStores?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The origins that `cf.selectRequestOriginById` may name. */
  readonly originIds?: readonly string[]
  /** The query string as the viewer sent it, for `request.rawQueryString()`; undefined where the URL has no “?”. */
  readonly rawQuery?: string
  /** What `cf.edgeLocation` says; it is empty on viewer responses. */
  readonly edgeLocation?: { readonly name: string; readonly serverIp: string; readonly region: string }
  /** What `Date.now()` says: milliseconds of the simulated clock. */
  readonly now: number
  /**
   * nodejs: the function's own limit, in milliseconds of its clock, and in the work that a calm machine does in that time.
   * CloudFront Functions get their allowance whatever stands here.
   */
  readonly timeoutMs?: number
  /** A connection function: its event gets `allow()`, `deny()` and `logCustomData()`. */
  readonly isConnection?: boolean
}

/**
 * What our sandbox could not do for a function. It is never CloudFront's answer: the request goes on, and the person is
 * told. `what` goes on from “Our sandbox …”.
 */
export interface SandboxLimit {
  readonly cannot:
    | 'network'
    | 'files'
    | 'processes'
    | 'builtin'
    | 'sdk'
    | 'value'
    | 'memory'
    | 'time'
    | 'engine'
  readonly what: string
}

export interface FunctionError {
  /**
   * The error's class (`TypeError`), or ours: `SyntaxError`, `RestrictionError`, `TimeoutError`, `MemoryError`, and
   * `SandboxLimit` where the function did nothing wrong.
   */
  readonly type: string
  readonly message: string
  /** In the user's source, from 1. */
  readonly line?: number
  readonly column?: number
}
export interface FunctionOutcome {
  readonly ok: boolean
  /** What the handler gave back, when ok; undefined where it returned nothing. */
  readonly value?: Json
  readonly error?: FunctionError
  /**
   * The first thing that our sandbox could not do. With `ok`, the function went on without it, so that what it gave back
   * may not be what it gives at CloudFront.
   */
  readonly limit?: SandboxLimit
  readonly logs: readonly string[]
  /** Calls of the `cloudfront` module's origin helpers, in order. */
  readonly originCalls?: readonly { readonly method: string; readonly argument: Json }[]
  /** Calls of the `cloudfront` module's functions for client certificates (`mtls.combinePemHeaders`), in order. */
  readonly certificateCalls?: readonly { readonly method: string; readonly argument: Json }[]
  /** What `cf.logCustomData()` or `connection.logCustomData()` was given last, as the log holds it. */
  readonly customData?: string
  /** A connection function's decision; absent where it made none, which CloudFront takes for a denial. */
  readonly decision?: 'allow' | 'deny'
  /** CloudFront Functions' estimate, 0 to 100 of the allowed time. */
  readonly utilization?: number
  /** Real milliseconds spent in the sandbox. */
  readonly elapsedMs: number
}

/** The port to the sandbox; `app` and `cli` hand in the QuickJS adapter. */
export interface FunctionRunner {
  run(run: FunctionRun): Promise<FunctionOutcome>
  /** Ends whatever still runs and frees the sandbox. */
  dispose(): void
}
