/** The engine: a distribution, its caches and its origins, under a simulated clock. */

import type { FunctionRunner } from '#core/edge/runner.ts'
import type { CacheControl } from '#core/http/cache-control.ts'
import { type CachedObject, CacheNetwork } from './cache.ts'
import type { CompiledDistribution } from './compiled.ts'
import {
  type EngineRequest,
  type EngineResponse,
  Exchange,
  type OriginAnswer,
  type OriginRequest,
} from './exchange.ts'
import { fetchObject, serve } from './pipeline.ts'
import { popByCode, popForCountry } from './pops.ts'
import type { Recorder } from './recorder.ts'
import { type IdSource, idSource } from './request-id.ts'

/** Where origin requests go: a script, a function, never the network by itself. */
export interface OriginPort {
  send(request: OriginRequest, now: number): OriginAnswer | Promise<OriginAnswer>
}

export interface EngineOptions {
  readonly distribution: CompiledDistribution
  readonly origins: OriginPort
  readonly runner?: FunctionRunner
  /** Milliseconds since the epoch at the start. */
  readonly now: number
  readonly seed: number
}

export class Engine {
  readonly distribution: CompiledDistribution
  readonly origins: OriginPort
  readonly runner: FunctionRunner | null
  readonly caches = new CacheNetwork()
  readonly ids: IdSource
  /** Milliseconds; only whoever owns the engine moves it. */
  now: number

  constructor(options: EngineOptions) {
    this.distribution = options.distribution
    this.origins = options.origins
    this.runner = options.runner ?? null
    this.now = options.now
    this.ids = idSource(options.seed)
  }

  /** Serves one request. Synchronous where nothing has to be waited for, so that a replay of hits never waits. */
  serve(request: EngineRequest, recorder: Recorder | null): Exchange | Promise<Exchange> {
    const { pop, country } = request.viewer
    const place = pop === undefined ? popForCountry(country) : popByCode(pop)
    return serve(new Exchange(this, request, this.now, place, this.ids.requestId()), recorder)
  }

  /** True where a fresh object may not be reused without asking: only RFC 9111 says so, CloudFront does not. */
  mustRevalidate(exchange: Exchange, object: CachedObject): boolean {
    return (
      this.distribution.sharedCacheRules &&
      object.cacheControl.noCacheFields.length > 0 &&
      exchange.now >= object.storedAt
    )
  }

  /** Why RFC 9111 forbids to keep a response that CloudFront would keep, or null. */
  refusesToStore(exchange: Exchange, _response: EngineResponse, control: CacheControl): string | null {
    if (!this.distribution.sharedCacheRules || !exchange.request.headers.has('authorization')) return null
    return control.isPublic || control.sMaxAge !== undefined || control.mustRevalidate
      ? null
      : 'The request carried Authorization, and the response does not say that it may be shared.'
  }

  /** Fetches an object for CloudFront itself: a custom error page. */
  fetchObject(exchange: Exchange): Promise<void> {
    return fetchObject(exchange, null)
  }
}
