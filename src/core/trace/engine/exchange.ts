/** One request on its way through the stages. Stages change it in place: a copy per stage would cost more than the stage. */
import { type Body, noBody } from '#core/http/body.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Path } from '#core/model/path.ts'
import type {
  CacheKey,
  FunctionRunReport,
  OriginAttempt,
  OriginFault,
  ServedBy,
  Viewer,
} from '#core/model/scenario.ts'
import type {
  CompiledBehavior,
  CompiledDistribution,
  CompiledOrigin,
  CompiledTarget,
} from '#core/trace/compile/compiled.ts'
import type { CachedObject, CacheTier } from './cache.ts'
import type { Engine, OriginPort } from './engine.ts'
import type { PointOfPresence } from './pops.ts'
import type { Recorder } from './recorder.ts'

export interface EngineRequest {
  method: string
  protocol: 'http' | 'https'
  host: string
  path: string
  query: string
  headers: HeaderFields
  body: string
  viewer: Viewer
  /** As the client wrote it; null where it was given in parts. */
  url: string | null
}

export interface EngineResponse {
  status: number
  headers: HeaderFields
  body: Body
  /** Content coding that CloudFront applied, and the bytes it came to. */
  encodedSize: number | null
  /** Who made it: decides which response stages apply. */
  from: 'edge' | 'cache' | 'origin' | 'viewer-request-function'
}

export type OriginAnswer =
  | { readonly status: number; readonly headers: HeaderFields; readonly body: Body }
  | { readonly error: OriginFault }

/** What is sent to an origin; origin-request functions may change every part of it. */
export interface OriginRequest {
  origin: CompiledOrigin
  method: string
  protocol: 'http' | 'https'
  domainName: string
  port: number
  /** With the origin path. */
  originPath: string
  path: string
  query: string
  headers: HeaderFields
  body: string
  readTimeout: number
}

/** How the story calls what happened; the standard log's words. */
export type ResultType =
  | 'Hit'
  | 'RefreshHit'
  | 'Miss'
  | 'LimitExceeded'
  | 'CapacityExceeded'
  | 'Error'
  | 'Redirect'
  | 'FunctionGeneratedResponse'
  | 'FunctionExecutionError'
  | 'FunctionValidationError'
  | 'LambdaGeneratedResponse'
  | 'LambdaExecutionError'
  | 'LambdaValidationError'
  | 'LambdaLimitExceeded'

/** Tells one step of the story. `because` leads to the settings that caused it. */
export type Note = (detail: string, because?: readonly (Path | null)[], duration?: number) => void

const nothing: Readonly<Record<string, string>> = Object.freeze({})

export class Exchange {
  readonly request: EngineRequest
  readonly engine: Engine
  /** Writes the story; null in a silent run. */
  recorder: Recorder | null = null
  /** Where this request's origin requests go. */
  origins: OriginPort
  /** Milliseconds of the simulated clock when the request came. */
  readonly now: number
  private id: string | null = null
  readonly pop: PointOfPresence
  distribution: CompiledDistribution | null = null
  behavior: CompiledBehavior | null = null
  /** The origin or group that a function has set in place of the behavior's. */
  functionTarget: CompiledTarget | null = null
  isStaging = false
  /** The path for which the behavior was chosen: a function's changes do not choose again. */
  viewerPath: string
  readonly viewerQuery: string
  /** What is in the cache key besides host, path and Accept-Encoding. */
  keyQuery = ''
  keyHeaders: Readonly<Record<string, string>> = nothing
  keyCookies: Readonly<Record<string, string>> = nothing
  /** The key as the caches use it; null where the request goes past them. */
  cacheKeyText: string | null = null
  /** Accept-Encoding after normalisation. */
  acceptEncoding: string | null = null
  /** Caches that this request consults, the viewer's side first. */
  tiers: readonly CacheTier[] = []
  /** A fresh object, or a stale one that may be served. */
  found: CachedObject | null = null
  foundTier = -1
  /** An expired object, kept for revalidation and for when the origin fails. */
  stale: CachedObject | null = null
  /** The fresh object's origin still has to be asked, after the viewer was answered. */
  refreshesBehind = false
  /** The origin confirmed the expired object with a 304. */
  isRefreshed = false
  /** The stale object answers because the origin failed. */
  servesStale = false
  /** Which origin of a group is asked; `nextOrigin` asks for one more round. */
  originIndex = 0
  nextOrigin = false
  originRequest: OriginRequest | null = null
  originResponse: EngineResponse | null = null
  /** The error by which no origin answer came. */
  originFault: OriginFault | null = null
  stored: CachedObject | null = null
  response: EngineResponse | null = null
  resultType: ResultType = 'Miss'
  detailedResultType = ''
  servedBy: ServedBy = 'edge-generated'
  ttl: number | null = null
  readonly originRequests: OriginAttempt[] = []
  attempts = 0
  readonly functions: FunctionRunReport[] = []
  /** Milliseconds: how long what was found of the signature holds; a policy ends, or begins, at that time. */
  verdictUntil = Number.POSITIVE_INFINITY
  /** True for the fetch of a custom error page, for which no viewer stage runs. */
  isErrorPage = false
  /** The status before a custom error response replaced it. */
  errorStatus = 0
  /** Milliseconds that the simulated network took. */
  duration = 0
  /** Cookies that keep a viewer in its continuous-deployment group. */
  stickyCookie: string | null = null
  encryptedFields: readonly string[] = []

  /** `X-Amz-Cf-Id`. */
  get requestId(): string {
    this.id ??= this.engine.ids.requestId()
    return this.id
  }

  /** Where origin requests go: what a function has set, else the behavior's target. */
  get target(): CompiledTarget | null {
    return this.functionTarget ?? this.behavior?.target ?? null
  }

  constructor(engine: Engine, request: EngineRequest, now: number, pop: PointOfPresence, requestId?: string) {
    this.engine = engine
    this.origins = engine.origins
    this.request = request
    this.now = now
    this.pop = pop
    if (requestId !== undefined) this.id = requestId
    this.viewerPath = request.path
    this.viewerQuery = request.query
  }

  /** Ends the request half with a response that CloudFront makes itself. */
  answer(status: number, headers: HeaderFields, detailedResultType: string, body: Body = noBody): void {
    this.response = { status, headers, body, encodedSize: null, from: 'edge' }
    this.resultType = status >= 400 ? 'Error' : 'Redirect'
    this.detailedResultType = detailedResultType
    this.servedBy = 'edge-generated'
  }

  /** Only what is in the key; null where the request went past the caches. */
  get cacheKey(): CacheKey | null {
    if (this.cacheKeyText === null) return null
    const { acceptEncoding, keyHeaders } = this
    return {
      path: this.request.path,
      query: this.keyQuery,
      headers: acceptEncoding === null ? keyHeaders : { ...keyHeaders, 'accept-encoding': acceptEncoding },
      cookies: this.keyCookies,
      host: this.distribution?.domainName ?? '',
    }
  }

  /** Reports an attempt on an origin. A silent run counts them only. */
  report(
    request: OriginRequest,
    outcome: { readonly status: number } | { readonly error: OriginFault },
  ): void {
    this.attempts += 1
    if (this.recorder === null) return
    this.originRequests.push({
      origin: request.origin.id,
      method: request.method,
      protocol: request.protocol,
      host: request.headers.first('host') ?? request.domainName,
      path: request.originPath + request.path,
      query: request.query,
      headers: request.headers.toRecord(),
      ...outcome,
    })
  }
}
