/**
 * What became of requests before. A request that agrees with an earlier one in everything the design looks at, at the same
 * place, has the same outcome as long as the object that it found is still there and fresh; likewise where no cache was
 * asked and CloudFront answered by itself, or where the origin gives the same answer again.
 *
 * Rows of numbers instead of objects: there are as many as requests that differ, all of them live long, and each request
 * looks at one.
 */
import type { CachedObject } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'

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

/** Where a row's numbers are: three of 64 bits, then of 32. */
const float = { until: 0, originBytes: 1, size: 2 } as const
const floatsInRow = 6
const integer = { shape: 6, place: 7, mode: 8, answer: 9, outcome: 10, key: 11 } as const
const integersInRow = floatsInRow * 2

const hashOf = (shape: number, place: number): number => {
  const mixed = Math.imul(shape, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

export class OutcomeMemory {
  /** For each hash of a pair of shape and place one more than the number of its row; 0 where there is none. */
  private slots = new Int32Array(1 << 12)
  private floats = new Float64Array(floatsInRow << 11)
  /** The same memory. */
  private integers = new Int32Array(this.floats.buffer)
  private count = 0
  /** The hit that is being written; one object for all. */
  private readonly hit: Remembered = { outcome: 0, key: -1, size: -1, originBytes: 0 }
  // By shape: how it was served from an edge cache, and which answer had made the object.
  private readonly hitOutcomes: number[] = []
  private readonly hitSizes: number[] = []
  private readonly hitMadeFrom: number[] = []
  /** By cache key: the answer that its objects are made from; negative where there were several. */
  readonly madeFrom: number[] = []

  /**
   * Finds the outcome of such a request and writes it into `known`; false where the engine has to be asked. A fresh object
   * stays at the edge until it expires: only {@link forgetObjects} has to be told of one that goes before.
   */
  recall(shape: number, place: number, answer: number, now: number, known: Remembered): boolean {
    const row = this.find(shape, place)
    if (row < 0) return false
    const { integers, floats } = this
    const at = row * integersInRow
    const from = row * floatsInRow
    const mode = integers[at + integer.mode]
    if (mode === holds.never || now >= (floats[from + float.until] as number)) return false // a row is complete, here and below
    if (mode === holds.forSameAnswer && integers[at + integer.answer] !== answer) return false
    known.outcome = integers[at + integer.outcome] as number
    known.key = integers[at + integer.key] as number
    known.size = floats[from + float.size] as number
    known.originBytes = floats[from + float.originBytes] as number
    return true
  }

  /** Objects have been taken out of the caches. */
  forgetObjects(): void {
    const { integers } = this
    for (let at: number = integer.mode; at < this.count * integersInRow; at += integersInRow)
      if (integers[at] === holds.whileFresh) integers[at] = holds.never
  }

  remember(shape: number, place: number, answer: number, exchange: Exchange, known: Remembered): void {
    const { stored, found, verdictUntil } = exchange
    if (stored !== null) {
      const before = this.madeFrom[known.key]
      this.madeFrom[known.key] = before === undefined || before === answer ? answer : several
    }
    if (found !== null && isPlainHit(exchange, found)) {
      this.hitOutcomes[shape] = known.outcome
      this.hitSizes[shape] = known.size
      this.hitMadeFrom[shape] = this.madeFrom[known.key] ?? nothing
      this.write(shape, place, holds.whileFresh, Math.min(found.freshUntil, verdictUntil), answer, known)
      return
    }
    const next = stored ?? found
    if (next === null) this.write(shape, place, modeWithoutObject(exchange), verdictUntil, answer, known)
    else if (this.knowsHit(shape, exchange, next, known.key))
      this.writeHit(shape, place, answer, Math.min(next.freshUntil, verdictUntil), known.key)
    else this.write(shape, place, holds.never, 0, answer, known)
  }

  /** An object has come to lie at the edge of a place, as it did before for the shape: its next request finds it there. */
  foresee(shape: number, place: number, answer: number, object: CachedObject, key: number): void {
    const from = this.hitMadeFrom[shape]
    if (from === undefined || from < 0 || from !== this.madeFrom[key]) return
    this.writeHit(shape, place, answer, object.freshUntil, key)
  }

  /** An object has come to lie at the edge of a place, whose next request is known to come to such an outcome. */
  foreseeOutcome(
    shape: number,
    place: number,
    answer: number,
    until: number,
    key: number,
    outcome: number,
  ): void {
    const { hit } = this
    hit.outcome = outcome
    hit.key = key
    hit.size = -1
    this.write(shape, place, holds.whileFresh, until, answer, hit)
  }

  private writeHit(shape: number, place: number, answer: number, until: number, key: number): void {
    const { hit } = this
    hit.outcome = this.hitOutcomes[shape] as number // set together with what it was made from
    hit.key = key
    hit.size = this.hitSizes[shape] as number // as above
    this.write(shape, place, holds.whileFresh, until, answer, hit)
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
    until: number,
    answer: number,
    { outcome, key, size, originBytes }: Remembered,
  ): void {
    const found = this.find(shape, place)
    if (found < 0 && mode === holds.never) return
    const row = found < 0 ? this.add(shape, place) : found
    const { integers, floats } = this
    const at = row * integersInRow
    const from = row * floatsInRow
    integers[at + integer.mode] = mode
    integers[at + integer.answer] = answer
    integers[at + integer.outcome] = outcome
    integers[at + integer.key] = key
    floats[from + float.until] = until
    floats[from + float.size] = size
    floats[from + float.originBytes] = originBytes
  }

  /** The row of a pair, or -1. */
  private find(shape: number, place: number): number {
    const { slots, integers } = this
    const mask = slots.length - 1
    let slot = hashOf(shape, place) & mask
    for (;;) {
      const row = (slots[slot] as number) - 1 // the mask keeps the slot within the table
      if (row < 0) return -1
      const at = row * integersInRow
      if (integers[at + integer.shape] === shape && integers[at + integer.place] === place) return row
      slot = (slot + 1) & mask
    }
  }

  private add(shape: number, place: number): number {
    const row = this.count
    if ((row + 1) * floatsInRow > this.floats.length) {
      const floats = new Float64Array(this.floats.length * 2)
      floats.set(this.floats)
      this.floats = floats
      this.integers = new Int32Array(floats.buffer)
    }
    this.integers[row * integersInRow + integer.shape] = shape
    this.integers[row * integersInRow + integer.place] = place
    this.count += 1
    if (this.count * 2 > this.slots.length) this.growSlots()
    else this.settle(row)
    return row
  }

  private settle(row: number): void {
    const { integers } = this
    const at = row * integersInRow
    const mask = this.slots.length - 1
    let slot = hashOf(integers[at + integer.shape] as number, integers[at + integer.place] as number) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = row + 1
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let row = 0; row < this.count; row += 1) this.settle(row)
  }

  get size(): number {
    return this.count
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
