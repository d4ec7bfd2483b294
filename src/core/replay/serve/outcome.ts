/** What became of a request, as far as the report counts it. Few distinct ones occur, so they are numbered. */
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { Target } from './targets.ts'

/** Where a cached response was found, or that the origin or nobody was asked. */
export type Tier = 'none' | 'edge' | 'regional-edge-cache' | 'origin-shield' | 'origin'

/** Why the origin had to be asked. */
export const missReasons = [
  'none',
  'first request for the object',
  'another variant of the key',
  'first request at this cache',
  'expired',
  'invalidated',
  'goes past the caches',
  'was not kept',
  'another part of the object',
] as const
export type MissReason = (typeof missReasons)[number]

export interface Outcome {
  /** Its behavior's place in the compiled distribution. */
  readonly behavior: number
  readonly pattern: string | null
  readonly status: number
  /** `x-edge-result-type`. */
  readonly resultType: string
  readonly detailedResultType: string
  readonly servedBy: string
  /** The rule of AWS WAF that ended it; null where none did. */
  readonly blockedBy: string | null
  readonly tier: Tier
  /** A cache was asked. */
  readonly lookedUp: boolean
  readonly askedRegional: boolean
  readonly askedShield: boolean
  readonly reason: MissReason
  /** Attempts on each origin. */
  readonly attempts: readonly (readonly [origin: string, count: number])[]
  readonly originRequests: number
  readonly cloudFrontFunctions: number
  readonly lambdaFunctions: number
  readonly isHttps: boolean
  /** Caches on the way, and runs of edge functions. */
  readonly tiers: number
  readonly functions: number
}

/** Bytes on the wire to the viewer; the Age field is left out, since its length is a matter of seconds. */
export function sizeOf({ response }: Exchange): number {
  if (!response) return 0
  const age = response.headers.first('age')
  const headers = response.headers.size - (age === null ? 0 : age.length + 'age'.length + 4)
  return (response.encodedSize ?? response.body.size) + headers + 15
}

const count = (exchange: Exchange, type: 'cloudfront-function' | 'lambda@edge') =>
  exchange.functions.length === 0 ? 0 : exchange.functions.filter((run) => run.type === type).length

const caches: ReadonlySet<string> = new Set(['edge', 'regional-edge-cache', 'origin-shield'])

/** The tier that answered: a cache's object, the origin, or none of them. */
function tierOf({ servedBy, attempts }: Exchange): Tier {
  if (caches.has(servedBy)) return servedBy as Tier // the three names are tiers
  return attempts > 0 ? 'origin' : 'none'
}

export class Outcomes {
  readonly list: Outcome[] = []
  /** The place of each outcome's reason in {@link missReasons}. */
  readonly reasons: number[] = []
  /** 1 where a cache answered. */
  readonly fromCache: number[] = []
  /** By behavior: the outcomes that its requests have had, which are few. */
  private readonly known: number[][] = []

  /** By outcome: the outcome that differs from it in the reason alone, by the reason's number. */
  private readonly otherReasons: (number | undefined)[][] = []

  /** The number of an outcome that has come about for another reason. */
  withReason(outcome: number, reason: MissReason): number {
    const base = this.list[outcome] as Outcome // it has been given out
    if (base.reason === reason) return outcome
    const others = this.otherReasons[outcome] ?? []
    this.otherReasons[outcome] = others
    const place = missReasons.indexOf(reason)
    others[place] ??= this.find({ ...base, reason })
    return others[place]
  }

  private find(wanted: Outcome): number {
    const text = JSON.stringify(wanted)
    const known = this.list.findIndex((outcome) => JSON.stringify(outcome) === text)
    return known >= 0 ? known : this.add(wanted)
  }

  private add(outcome: Outcome): number {
    const number = this.list.length
    const known = this.known[outcome.behavior] ?? []
    this.known[outcome.behavior] = known
    known.push(number)
    this.list.push(outcome)
    this.reasons.push(missReasons.indexOf(outcome.reason))
    this.fromCache.push(caches.has(outcome.tier) ? 1 : 0)
    return number
  }

  /** The number of an exchange's outcome. */
  number(
    exchange: Exchange,
    target: Target,
    attempts: ReadonlyMap<string, number>,
    reason: MissReason,
  ): number {
    for (const number of this.known[target.behavior] ?? [])
      if (isSame(this.list[number] as Outcome, exchange, target, attempts, reason)) return number // it has been given out
    return this.add(toOutcome(exchange, target, attempts, reason, tierOf(exchange)))
  }
}

function isSame(
  outcome: Outcome,
  exchange: Exchange,
  target: Target,
  attempts: ReadonlyMap<string, number>,
  reason: MissReason,
): boolean {
  return (
    outcome.status === exchange.response?.status &&
    outcome.reason === reason &&
    outcome.resultType === exchange.resultType &&
    outcome.servedBy === exchange.servedBy &&
    outcome.blockedBy === exchange.blockedBy &&
    outcome.originRequests === exchange.attempts &&
    outcome.lookedUp === (exchange.cacheKeyText !== null) &&
    outcome.detailedResultType === (exchange.detailedResultType || exchange.resultType) &&
    outcome.isHttps === target.isHttps &&
    outcome.tiers === exchange.tiers.length &&
    outcome.functions === exchange.functions.length &&
    outcome.pattern === (exchange.behavior?.pattern ?? null) &&
    outcome.cloudFrontFunctions === count(exchange, 'cloudfront-function') &&
    outcome.attempts.length === attempts.size &&
    outcome.attempts.every(([origin, times]) => attempts.get(origin) === times)
  )
}

function toOutcome(
  exchange: Exchange,
  target: Target,
  attempts: ReadonlyMap<string, number>,
  reason: MissReason,
  tier: Tier,
): Outcome {
  const lookedUp = exchange.cacheKeyText !== null
  const beyondEdge = lookedUp && tier !== 'edge'
  return {
    behavior: target.behavior,
    pattern: exchange.behavior?.pattern ?? null,
    status: exchange.response?.status ?? 0,
    resultType: exchange.resultType,
    detailedResultType: exchange.detailedResultType || exchange.resultType,
    servedBy: exchange.servedBy,
    blockedBy: exchange.blockedBy,
    tier,
    lookedUp,
    askedRegional: beyondEdge && exchange.tiers.some(({ name }) => name === 'regional-edge-cache'),
    askedShield:
      beyondEdge &&
      tier !== 'regional-edge-cache' &&
      exchange.tiers.some(({ name }) => name === 'origin-shield'),
    reason,
    attempts: [...attempts],
    originRequests: exchange.attempts,
    cloudFrontFunctions: count(exchange, 'cloudfront-function'),
    lambdaFunctions: count(exchange, 'lambda@edge'),
    isHttps: target.isHttps,
    tiers: exchange.tiers.length,
    functions: exchange.functions.length,
  }
}
