/**
 * Whether the work on a log may be shared out by paths, which it may as long as no request uses an object that another
 * shard may hold. Some designs rule it out from the start; with others it shows while they run.
 */
import { known } from '#core/model/field.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { countsRequests, dependenceOf } from './dependence.ts'
import type { Sharding } from './shard.ts'

/** A request has used, or may have used, an object of another shard. The message is a clause that gives the reason. */
export class CrossingError extends Error {}

const samples = ({ responseHeaders }: CompiledBehavior): boolean => {
  const timing = known(responseHeaders?.config.ServerTimingHeadersConfig)
  const rate = Number(known(timing?.SamplingRate) ?? 0)
  return rate > 0 && rate < 100
}

/** Why the outcome of a request under a design can depend on the order of all requests; null where it cannot. */
export function whyNotShardable(distribution: CompiledDistribution): string | null {
  if (distribution.staging !== null)
    return 'continuous deployment sends some requests to another distribution'
  if (countsRequests(distribution)) return 'a rate-based rule of the web ACL counts all requests'
  for (const behavior of distribution.behaviors) {
    if (dependenceOf(distribution, behavior).isUnsteady)
      return `a function of “${behavior.pattern}” looks at the clock, at chance or at the request’s id`
    if (samples(behavior)) return `“${behavior.pattern}” adds Server-Timing to a random part of the responses`
  }
  return null
}

/** Nothing of the behavior is kept, so that its fetches do not know of each other. */
const keepsNothing = ({ ttl, key }: CompiledBehavior) => ttl.disabled || key.headers.mode === 'all'

/** Watches a shard's requests for those that leave its paths. */
export class Border {
  private readonly sharding: Sharding
  private readonly distribution: CompiledDistribution

  constructor(sharding: Sharding, distribution: CompiledDistribution) {
    this.sharding = sharding
    this.distribution = distribution
  }

  /** Throws a {@link CrossingError} where a request was for an object of another shard. */
  check({ behavior, cacheKeyText, request, viewerPath, errorStatus }: Exchange): void {
    if (this.sharding.shard.of === 1) return
    if (behavior?.functions['viewer-request'] && cacheKeyText !== null && this.isForeign(request.path))
      throw new CrossingError(
        `“${behavior.functions['viewer-request'].name}” turns “${viewerPath}” into “${request.path}”, so paths of several workers share an object`,
      )
    if (errorStatus === 0) return
    const page = this.distribution.errorResponses.get(errorStatus)?.pagePath?.replace(/\?.*$/, '')
    if (page !== undefined && this.isForeign(page) && !keepsNothing(this.distribution.chooseBehavior(page)))
      throw new CrossingError(
        `the error page “${page}” is cached, and requests of several workers are answered with it`,
      )
  }

  private isForeign(path: string): boolean {
    return this.sharding.ofKeyPath(path) !== this.sharding.shard.index
  }
}
