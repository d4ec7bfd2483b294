/**
 * What became of requests before. A request that agrees with an earlier one in everything the design looks at, at the same
 * place, has the same outcome as long as the object that it found is still there and fresh; likewise where no cache was
 * asked and CloudFront answered by itself, or where the origin gives the same answer again.
 *
 * Plain arrays by number instead of objects: there are as many entries as requests that differ, and all of them live long.
 */
import type { CachedObject } from '#core/trace/cache.ts'
import type { Exchange } from '#core/trace/exchange.ts'
import { PairTable } from './pair-table.ts'

/** Why an outcome holds again. */
const holds = { never: 0, whileFresh: 1, always: 2, forSameAnswer: 3 } as const

/** No answer, and an object that different answers have made. */
const nothing = -1
const several = -2

/** An outcome by its number, with what is counted beside it. */
export interface Remembered {
  outcome: number
  /** -1 where no cache key was made. */
  key: number
  /** Bytes to the viewer; -1 where nobody had to know. */
  size: number
  originBytes: number
}

export class OutcomeMemory {
  private readonly pairs = new PairTable()
  // By the number of a pair of shape and place.
  private readonly modes: number[] = []
  private readonly objects: (CachedObject | null)[] = []
  private readonly freshUntil: number[] = []
  private readonly answers: number[] = []
  private readonly outcomes: number[] = []
  private readonly keys: number[] = []
  private readonly sizes: number[] = []
  private readonly originBytes: number[] = []
  // By shape: how it was served from an edge cache, and which answer had made the object.
  private readonly hitOutcomes: number[] = []
  private readonly hitSizes: number[] = []
  private readonly hitMadeFrom: number[] = []
  /** By cache key: the answer that its objects are made from. */
  private readonly madeFrom: number[] = []

  /** Finds the outcome of such a request and writes it into `known`; false where the engine has to be asked. */
  recall(
    shape: number,
    place: number,
    answer: number,
    now: number,
    edge: ReadonlyMap<string, CachedObject>,
    known: Remembered,
  ): boolean {
    const number = this.pairs.find(shape, place)
    if (number < 0) return false
    const mode = this.modes[number]
    if (mode === holds.never) return false
    if (mode === holds.whileFresh) {
      const object = this.objects[number] as CachedObject // set together with the mode
      if (now >= (this.freshUntil[number] as number) || edge.get(object.key) !== object) return false
    } else if (mode === holds.forSameAnswer && this.answers[number] !== answer) return false
    known.outcome = this.outcomes[number] as number // all are set together
    known.key = this.keys[number] as number
    known.size = this.sizes[number] as number
    known.originBytes = this.originBytes[number] as number
    return true
  }

  remember(shape: number, place: number, answer: number, exchange: Exchange, known: Remembered): void {
    const { stored, found } = exchange
    if (stored !== null) {
      const before = this.madeFrom[known.key]
      this.madeFrom[known.key] = before === undefined || before === answer ? answer : several
    }
    if (found !== null && isPlainHit(exchange, found)) {
      this.hitOutcomes[shape] = known.outcome
      this.hitSizes[shape] = known.size
      this.hitMadeFrom[shape] = this.madeFrom[known.key] ?? nothing
      this.write(shape, place, holds.whileFresh, found, answer, known)
      return
    }
    const next = stored ?? found
    if (next === null) this.write(shape, place, modeWithoutObject(exchange), null, answer, known)
    else if (this.knowsHit(shape, exchange, next, known.key))
      this.write(shape, place, holds.whileFresh, next, answer, {
        outcome: this.hitOutcomes[shape] as number, // set together with what it was made from
        key: known.key,
        size: this.hitSizes[shape] as number, // as above
        originBytes: 0,
      })
    else this.write(shape, place, holds.never, next, answer, known)
  }

  /** The object that now lies at the edge will be served to this shape as one of the same answer was before. */
  private knowsHit(shape: number, exchange: Exchange, object: CachedObject, key: number): boolean {
    const answer = this.hitMadeFrom[shape]
    return (
      answer !== undefined &&
      answer >= 0 &&
      answer === this.madeFrom[key] &&
      exchange.errorStatus === 0 &&
      !exchange.refreshesBehind &&
      !exchange.servesStale &&
      isWhole(exchange, object)
    )
  }

  private write(
    shape: number,
    place: number,
    mode: number,
    object: CachedObject | null,
    answer: number,
    { outcome, key, size, originBytes }: Remembered,
  ): void {
    const found = this.pairs.find(shape, place)
    const number = found < 0 ? this.pairs.add(shape, place) : found
    this.modes[number] = mode
    this.objects[number] = object
    this.freshUntil[number] = object?.freshUntil ?? 0
    this.answers[number] = answer
    this.outcomes[number] = outcome
    this.keys[number] = key
    this.sizes[number] = size
    this.originBytes[number] = originBytes
  }

  get size(): number {
    return this.pairs.size
  }
}

/** A range or a HEAD that is kept on its own gives way to the whole object, which may expire before it. */
const isWhole = (exchange: Exchange, object: CachedObject) => object.key === exchange.cacheKeyText

const isPlainHit = (exchange: Exchange, found: CachedObject): boolean =>
  exchange.attempts === 0 &&
  exchange.foundTier === 0 &&
  !exchange.refreshesBehind &&
  !exchange.servesStale &&
  (exchange.errorStatus === 0 || found.errorPage !== null) &&
  isWhole(exchange, found) &&
  exchange.now < found.freshUntil

function modeWithoutObject({ cacheKeyText, errorStatus, attempts }: Exchange): number {
  // A custom error page has a life of its own in the caches.
  if (cacheKeyText !== null || errorStatus !== 0) return holds.never
  return attempts === 0 ? holds.always : holds.forSameAnswer
}
