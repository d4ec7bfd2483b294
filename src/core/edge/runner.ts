import type { Json, JsonObject } from '#core/model/field.ts'

/**
 * Real milliseconds that a run gets where its caller names none. CloudFront allows a CloudFront function less than one;
 * a busy machine must not stop a good function.
 */
export const defaultTimeoutMs = 1500

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
  /** The query string as the viewer sent it, for `request.rawQueryString()`. */
  readonly rawQuery?: string
  /** What `cf.edgeLocation` says; it is empty on viewer responses. */
  readonly edgeLocation?: { readonly name: string; readonly serverIp: string; readonly region: string }
  /** What `Date.now()` says: milliseconds of the simulated clock. */
  readonly now: number
  /** Real milliseconds after which the run is stopped. */
  readonly timeoutMs?: number
}

export interface FunctionError {
  /** The error's class (`TypeError`), or ours: `SyntaxError`, `RestrictionError`, `TimeoutError`, `MemoryError`. */
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
  readonly logs: readonly string[]
  /** Calls of the `cloudfront` module's origin helpers, in order. */
  readonly originCalls?: readonly { readonly method: string; readonly argument: Json }[]
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
