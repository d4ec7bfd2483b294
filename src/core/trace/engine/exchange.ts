/** One request on its way through the stages. Stages change it in place: a copy per stage would cost more than the stage. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { type Body, noBody } from '#core/http/body.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Json } from '#core/model/field.ts'
import type {
  CacheKey,
  FunctionRunReport,
  OriginAttempt,
  OriginFault,
  ServedBy,
} from '#core/model/scenario.ts'
import type {
  CompiledBehavior,
  CompiledDistribution,
  CompiledTarget,
  CompiledTenant,
} from '#core/trace/compile/compiled.ts'
import type {
  EngineRequest,
  EngineResponse,
  Note,
  OriginAnswer,
  OriginRequest,
  ResultType,
  Teller,
} from '#core/trace/message/message.ts'
import type { IdSource } from '#core/trace/message/request-id.ts'
import type { RateCounts } from '#core/trace/waf/web-acl.ts'
import type { CachedObject, CacheNetwork, CacheTier } from './cache.ts'
import type { CertificateCalls } from './certificate-calls.ts'
import { type HttpVersion, isWebSocketHandshake, negotiatedVersion } from './http-version.ts'
import type { PointOfPresence } from './pops.ts'
import type { SharedCacheRules } from './shared-rules.ts'

/** Where origin requests go: a script, a function, never the network by itself. */
export interface OriginPort {
  /** Its answers are those of a log, so what the origin itself refused is in them. */
  readonly isRecorded?: boolean
  send(request: OriginRequest, now: number): OriginAnswer | Promise<OriginAnswer>
}

/** What a request on its way needs of the engine that serves it. */
export interface EnginePort {
  readonly distribution: CompiledDistribution
  readonly origins: OriginPort
  readonly runner: FunctionRunner | null
  /** By a function's name, what it gives back where it cannot be run here. */
  readonly functionResults: Readonly<Record<string, Json>>
  readonly caches: CacheNetwork
  /** Fetches under way, by cache: simultaneous requests with the same key wait for the first. */
  readonly fetching: Map<string, Promise<void>>
  readonly ids: IdSource
  /** What the web ACL's rate-based rules have counted. */
  readonly wafCounts: RateCounts
  /** The rules of RFC 9111 that CloudFront does not follow; null but for the plain shared cache. */
  readonly sharedRules: SharedCacheRules | null
  /** Milliseconds; only whoever owns the engine moves it. */
  readonly now: number
  /** Fetches an object for CloudFront itself: a custom error page. */
  fetchObject(exchange: Exchange): Promise<void>
  /** CloudFront's entry in `Via`. */
  via(version: string): string
}

/** Writes the story of a request. */
export interface Recorder {
  /** Begins a stage. */
  noteOf(teller: Teller, exchange: Exchange): Note
}

// Shared, since most requests leave them as they are.
const nothing: Readonly<Record<string, string>> = Object.freeze({})
const noTiers: readonly CacheTier[] = Object.freeze([])
const noCalls: CertificateCalls = Object.freeze([])
const noFields: readonly string[] = Object.freeze([])

/** Which stage writes which field stands in exchange-writers.ts. */
export class Exchange {
  readonly request: EngineRequest
  readonly engine: EnginePort
  /** Writes the story; null in a silent run. */
  recorder: Recorder | null = null
  /** Told when the viewer's response is made. */
  onAnswer: ((exchange: Exchange) => void) | null = null
  /** Where this request's origin requests go. */
  origins: OriginPort
  /** Milliseconds of the simulated clock when the request came. */
  readonly now: number
  private id: string | null = null
  readonly pop: PointOfPresence
  distribution: CompiledDistribution | null = null
  behavior: CompiledBehavior | null = null
  /** The TLS connection was refused: there is no HTTP answer, and no error page. */
  isConnectionRefused = false
  /** The tenant of a multi-tenant distribution that the host names. */
  tenant: CompiledTenant | null = null
  /** The origin or group that a function has set in place of the behavior's. */
  functionTarget: CompiledTarget | null = null
  /** What the viewer-request function asked of `cf.mtls`, for every request to an origin. */
  certificateCalls: CertificateCalls = noCalls
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
  tiers: readonly CacheTier[] = noTiers
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
  /** What of AWS WAF answered in the origin's stead; null where the request passed. */
  blockedBy: string | null = null
  encryptedFields: readonly string[] = noFields

  /** `X-Amz-Cf-Id`. */
  get requestId(): string {
    this.id ??= this.engine.ids.requestId()
    return this.id
  }

  /** Staging distributions and tenants have caches of their own. */
  get cachePrefix(): string {
    if (this.tenant !== null) return `tenant ${this.tenant.id} `
    return this.isStaging ? 'staging ' : ''
  }

  /** The version that viewer and distribution agreed on. */
  get httpVersion(): HttpVersion {
    return negotiatedVersion(this.request, this.distribution?.httpVersions)
  }

  get isWebSocket(): boolean {
    return isWebSocketHandshake(this.request, this.httpVersion)
  }

  /**
   * gRPC is never cached, and neither Lambda@Edge, custom error responses nor failover have a part in it.
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html
   */
  get isGrpc(): boolean {
    const { request, behavior } = this
    return (
      behavior?.grpc === true &&
      request.method === 'POST' &&
      this.httpVersion !== '1.1' &&
      this.httpVersion !== '1.0' &&
      /^application\/grpc(\+|;|$)/.test(request.headers.first('content-type') ?? '')
    )
  }

  /** Where origin requests go: what a function has set, else the behavior's target. */
  get target(): CompiledTarget | null {
    return this.functionTarget ?? this.behavior?.target ?? null
  }

  constructor(
    engine: EnginePort,
    request: EngineRequest,
    now: number,
    pop: PointOfPresence,
    requestId?: string,
  ) {
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
