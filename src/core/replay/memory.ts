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

/** An outcome by its number, with what is counted beside it. */
export interface Remembered {
  readonly outcome: number
  readonly key: number
  /** Bytes to the viewer; -1 where nobody had to know. */
  readonly size: number
  readonly originBytes: number
}

/** How a shape was served from an edge cache, and the origin's answer that had made the object. */
interface PlainHit extends Remembered {
  readonly madeFrom: number
}

export class OutcomeMemory {
  private readonly pairs = new PairTable()
  private readonly modes: number[] = []
  private readonly objects: (CachedObject | null)[] = []
  private readonly freshUntil: number[] = []
  private readonly answers: number[] = []
  private readonly remembered: Remembered[] = []
  /** By shape. */
  private readonly hits: PlainHit[] = []
  private readonly madeFrom = new WeakMap<CachedObject, number>()

  /** The outcome of such a request, or null where the engine has to be asked. */
  recall(
    shape: number,
    place: number,
    answer: number,
    now: number,
    edge: ReadonlyMap<string, CachedObject>,
  ): Remembered | null {
    const number = this.pairs.find(shape, place)
    if (number < 0) return null
    const mode = this.modes[number]
    if (mode === holds.whileFresh) {
      const object = this.objects[number] as CachedObject // set together with the mode
      const isThere = now < (this.freshUntil[number] as number) && edge.get(object.key) === object
      return isThere ? (this.remembered[number] as Remembered) : null
    }
    const holdsAgain =
      mode === holds.always || (mode === holds.forSameAnswer && this.answers[number] === answer)
    return holdsAgain ? (this.remembered[number] as Remembered) : null
  }

  remember(shape: number, place: number, answer: number, exchange: Exchange, known: Remembered): void {
    const { stored, found } = exchange
    if (stored !== null) this.madeFrom.set(stored, answer)
    if (found !== null && isPlainHit(exchange, found)) {
      this.hits[shape] = { ...known, madeFrom: this.madeFrom.get(found) ?? -1 }
      this.write(shape, place, holds.whileFresh, found, answer, known)
      return
    }
    const next = stored ?? found
    if (next === null) this.write(shape, place, modeWithoutObject(exchange), null, answer, known)
    else {
      const hit = this.hitOf(shape, exchange, next)
      this.write(shape, place, hit ? holds.whileFresh : holds.never, next, answer, hit ?? known)
    }
  }

  /**
   * How the object that now lies at the edge will be served to this shape: as one that the same answer had made was
   * served before.
   */
  private hitOf(shape: number, exchange: Exchange, object: CachedObject): Remembered | undefined {
    const hit = this.hits[shape]
    const isPlain =
      exchange.errorStatus === 0 &&
      !exchange.refreshesBehind &&
      !exchange.servesStale &&
      isWhole(exchange, object)
    return hit && isPlain && hit.madeFrom >= 0 && hit.madeFrom === this.madeFrom.get(object) ? hit : undefined
  }

  private write(
    shape: number,
    place: number,
    mode: number,
    object: CachedObject | null,
    answer: number,
    known: Remembered,
  ): void {
    const found = this.pairs.find(shape, place)
    const number = found < 0 ? this.pairs.add(shape, place) : found
    this.modes[number] = mode
    this.objects[number] = object
    this.freshUntil[number] = object?.freshUntil ?? 0
    this.answers[number] = answer
    this.remembered[number] = known
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
