/** The engine: a distribution, its caches and its origins, under a simulated clock. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { Json } from '#core/model/field.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { type IdSource, idSource } from '#core/trace/message/request-id.ts'
import type { RateCounts } from '#core/trace/waf/web-acl.ts'
import { CacheNetwork } from './cache.ts'
import { type EnginePort, Exchange, type OriginPort, type Recorder } from './exchange.ts'
import { fetchObject, serve } from './pipeline.ts'
import { popByCode, popForCountry } from './pops.ts'
import type { SharedCacheRules } from './shared-rules.ts'

export interface EngineOptions {
  readonly distribution: CompiledDistribution
  readonly origins: OriginPort
  readonly runner?: FunctionRunner
  /** By a function's name, what it gives back where it cannot be run here. */
  readonly functionResults?: Readonly<Record<string, Json>>
  /** Milliseconds since the epoch at the start. */
  readonly now: number
  readonly seed: number
  readonly sharedRules?: SharedCacheRules
  /** Caches of one's own, or those of an engine that this one follows; empty ones where absent. */
  readonly caches?: CacheNetwork
}

export class Engine implements EnginePort {
  readonly distribution: CompiledDistribution
  readonly origins: OriginPort
  readonly runner: FunctionRunner | null
  readonly functionResults: Readonly<Record<string, Json>>
  readonly caches: CacheNetwork
  /** Fetches under way, by cache: simultaneous requests with the same key wait for the first. */
  readonly fetching = new Map<string, Promise<void>>()
  readonly ids: IdSource
  readonly wafCounts: RateCounts = new Map()
  private readonly vias = new Map<string, string>()
  /** The rules of RFC 9111 that CloudFront does not follow; null but for the plain shared cache. */
  readonly sharedRules: SharedCacheRules | null
  /** Milliseconds; only whoever owns the engine moves it. */
  now: number

  constructor(options: EngineOptions) {
    this.distribution = options.distribution
    this.origins = options.origins
    this.runner = options.runner ?? null
    this.functionResults = options.functionResults ?? {}
    this.now = options.now
    this.caches = options.caches ?? new CacheNetwork()
    this.ids = idSource(options.seed)
    this.sharedRules = options.sharedRules ?? null
  }

  /**
   * Serves one request. `onAnswer` is told when the response is made, which is before the end where an object is refreshed
   * behind it. Synchronous where nothing has to be waited for, so that a replay of hits never waits. */
  serve(
    request: EngineRequest,
    recorder: Recorder | null,
    origins: OriginPort = this.origins,
    onAnswer?: (exchange: Exchange) => void,
  ): Exchange | Promise<Exchange> {
    const { pop, country } = request.viewer
    const place = pop === undefined ? popForCountry(country) : popByCode(pop)
    const exchange = new Exchange(this, request, this.now, place)
    exchange.origins = origins
    exchange.recorder = recorder
    if (onAnswer) exchange.onAnswer = onAnswer
    return serve(exchange, recorder)
  }

  /** Fetches an object for CloudFront itself: a custom error page. */
  fetchObject(exchange: Exchange): Promise<void> {
    return fetchObject(exchange, exchange.recorder)
  }

  /** CloudFront's entry in `Via`. */
  via(version: string): string {
    const text = this.vias.get(version) ?? `${version} ${this.ids.viaHost} (CloudFront)`
    this.vias.set(version, text)
    return text
  }
}
