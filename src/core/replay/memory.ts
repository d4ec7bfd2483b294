/**
 * What became of requests before. A request that agrees with an earlier one in everything the design looks at, at the same
 * place, has the same outcome as long as the object that it found is still there and fresh; likewise where no cache was
 * asked and CloudFront answered by itself, or where the origin gives the same answer again.
 */
import type { CachedObject } from '#core/trace/cache.ts'
import type { Exchange } from '#core/trace/exchange.ts'
import { PairTable } from './pair-table.ts'

/** Why an outcome holds again. */
const holds = { never: 0, whileFresh: 1, always: 2, forSameAnswer: 3 } as const

export class OutcomeMemory {
  private readonly pairs = new PairTable()
  private readonly modes: number[] = []
  private readonly objects: (CachedObject | null)[] = []
  readonly outcomes: number[] = []
  readonly keys: number[] = []
  readonly sizes: number[] = []
  readonly originBytes: number[] = []
  private readonly freshUntil: number[] = []
  private readonly answers: number[] = []

  /** The number under which the outcome of such a request is remembered, or -1 where the engine has to be asked. */
  recall(
    shape: number,
    place: number,
    answer: number,
    now: number,
    edge: ReadonlyMap<string, CachedObject>,
  ): number {
    const number = this.pairs.find(shape, place)
    if (number < 0) return -1
    const mode = this.modes[number]
    if (mode === holds.whileFresh) {
      const object = this.objects[number] as CachedObject // set together with the mode
      return now < (this.freshUntil[number] as number) && edge.get(object.key) === object ? number : -1
    }
    if (mode === holds.always) return number
    return mode === holds.forSameAnswer && this.answers[number] === answer ? number : -1
  }

  remember(
    shape: number,
    place: number,
    answer: number,
    exchange: Exchange,
    known: {
      readonly outcome: number
      readonly key: number
      readonly size: number
      readonly originBytes: number
    },
  ): void {
    const found = this.pairs.find(shape, place)
    const number = found < 0 ? this.pairs.add(shape, place) : found
    this.modes[number] = modeOf(exchange)
    this.objects[number] = exchange.found
    this.freshUntil[number] = exchange.found?.freshUntil ?? 0
    this.answers[number] = answer
    this.outcomes[number] = known.outcome
    this.keys[number] = known.key
    this.sizes[number] = known.size
    this.originBytes[number] = known.originBytes
  }

  get size(): number {
    return this.pairs.size
  }
}

function modeOf(exchange: Exchange): number {
  const { found, attempts, cacheKeyText } = exchange
  if (found !== null) {
    const isPlainHit =
      attempts === 0 &&
      exchange.foundTier === 0 &&
      !exchange.refreshesBehind &&
      !exchange.servesStale &&
      (exchange.errorStatus === 0 || found.errorPage !== null) &&
      exchange.now < found.freshUntil
    return isPlainHit ? holds.whileFresh : holds.never
  }
  // A custom error page has a life of its own in the caches.
  if (cacheKeyText !== null || exchange.errorStatus !== 0) return holds.never
  return attempts === 0 ? holds.always : holds.forSameAnswer
}
