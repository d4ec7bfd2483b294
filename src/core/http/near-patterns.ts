/** Which earlier patterns of a list can share a path with a later one, without looking at every pair. */
import { cannotOverlap, type PatternShape, shapeOf } from './pattern-shape.ts'

type Place = number

/** Where a text would be put in a sorted list. */
function placeOf(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Places by a text of theirs. */
interface Index<Held> {
  readonly held: ReadonlyMap<string, Held>
  readonly sorted: readonly string[]
}

function indexOf(places: readonly Place[], textOf: (place: Place) => string): Index<Place[]> {
  const held = new Map<string, Place[]>()
  for (const place of places) {
    const text = textOf(place)
    const those = held.get(text)
    if (those) those.push(place)
    else held.set(text, [place])
  }
  return { held, sorted: [...held.keys()].sort() }
}

/** What is held under the texts that begin a text, without itself: they may stand anywhere. */
function* atBeginnings<Held>({ held }: Index<Held>, text: string): Generator<Held> {
  for (let length = 0; length < text.length; length += 1) {
    const those = held.get(text.slice(0, length))
    if (those) yield those
  }
}

/** What is held under a text and under those that begin with it: they stand together. */
function* atExtensions<Held>({ held, sorted }: Index<Held>, text: string): Generator<Held> {
  for (let at = placeOf(sorted, text); sorted[at]?.startsWith(text); at += 1) {
    const those = held.get(sorted[at] ?? '')
    if (those) yield those
  }
}

const isManyAt = ({ sorted }: Index<unknown>, text: string): boolean =>
  sorted[placeOf(sorted, text) + few]?.startsWith(text) === true

/** So many are looked at one by one. */
const few = 32

const backwards = (text: string): string => [...text].reverse().join('')

/** Some places, found by what their patterns end with where they are many. */
class Bucket {
  readonly #places: readonly Place[]
  readonly #shapes: readonly PatternShape[]
  #byTail: Index<Place[]> | undefined

  constructor(places: readonly Place[], shapes: readonly PatternShape[]) {
    this.#places = places
    this.#shapes = shapes
  }

  /** At least those whose ending can be that of a path with another one's ending. */
  ending({ tail }: PatternShape): readonly Place[] {
    if (this.#places.length <= few) return this.#places
    this.#byTail ??= indexOf(this.#places, (place) => backwards(this.#shapes[place]?.tail ?? ''))
    const text = backwards(tail)
    return [...atBeginnings(this.#byTail, text), ...atExtensions(this.#byTail, text)].flat()
  }
}

/** Fewer pairs than these are compared before anything is sorted. */
const fewPairs = 4096

/**
 * Two patterns share a path only where the literal beginning of one begins that of the other, and the same of their
 * endings. In the list's order.
 */
export function nearPatterns(patterns: readonly string[]): (place: Place) => readonly Place[] {
  const shapes = patterns.map(shapeOf)
  const all = new Bucket([...shapes.keys()], shapes)
  let heads: Index<Bucket> | undefined
  const makeHeads = (): Index<Bucket> => {
    const { held, sorted } = indexOf([...shapes.keys()], (place) => shapes[place]?.head ?? '')
    return { held: new Map(Array.from(held, ([head, places]) => [head, new Bucket(places, shapes)])), sorted }
  }
  const candidates = (own: PatternShape): readonly Place[] => {
    heads ??= makeHeads()
    if (isManyAt(heads, own.head)) return all.ending(own)
    const buckets = [...atBeginnings(heads, own.head), ...atExtensions(heads, own.head)]
    return buckets.flatMap((bucket) => bucket.ending(own))
  }
  let compared = 0
  return (place) => {
    const own = shapes[place]
    if (!own) return []
    compared += place
    const among = compared < fewPairs ? [...shapes.keys()].slice(0, place) : candidates(own)
    const near: Place[] = []
    for (const other of among)
      if (other < place && !cannotOverlap(shapes[other] ?? own, own)) near.push(other)
    return near.sort((a, b) => a - b)
  }
}
