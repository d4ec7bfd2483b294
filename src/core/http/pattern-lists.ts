/**
 * Answers about each pattern of an ordered list that depend on it and on the earlier ones near it. A list is asked about
 * after each edit of a design, and an edit changes or moves one of its patterns: those that it is not near have the
 * answer that they had.
 */
import { nearPatterns } from './near-patterns.ts'
import { cannotOverlap, shapeOf } from './pattern-shape.ts'

interface Listed {
  readonly pattern: string
}

type Place = number

interface Questions<Item, Answer> {
  /** Whether two items are the same to what is asked. */
  readonly isSame: (one: Item, other: Item) => boolean
  /** `near` are the places of the earlier items that may share a path with it, in the list's order. */
  readonly ask: (items: readonly Item[], place: Place, near: readonly Place[]) => Answer
  /** An answer whose places have others now. */
  readonly moved: (answer: Answer, to: (place: Place) => Place) => Answer
}

/** How a list came of an earlier one. */
interface Change<Item> {
  /** Where an item stood, and where it stands; undefined where it did not, or does not. */
  readonly from: (place: Place) => Place | undefined
  readonly to: (place: Place) => Place | undefined
  /** What came, went or moved. */
  readonly changed: readonly Item[]
}

type Same<Item> = (one: Item | undefined, other: Item | undefined) => boolean

const areSame = <Item>(ones: readonly Item[], others: readonly Item[], same: Same<Item>): boolean =>
  ones.length === others.length && ones.every((one, index) => same(one, others[index]))

/** By how much all but one item of a part moved, where that one went from its beginning to its end or back. */
function turnOf<Item>(was: readonly Item[], is: readonly Item[], same: Same<Item>): -1 | 0 | 1 {
  if (was.length < 2 || was.length !== is.length) return 0
  if (areSame(was.slice(1), is.slice(0, -1), same)) return -1
  return areSame(was.slice(0, -1), is.slice(1), same) ? 1 : 0
}

/** The part in which two lists differ, and what became of it. */
function changeOf<Item>(was: readonly Item[], is: readonly Item[], same: Same<Item>): Change<Item> {
  const shorter = Math.min(was.length, is.length)
  let start = 0
  while (start < shorter && same(was[start], is[start])) start += 1
  let end = 0
  while (end < shorter - start && same(was.at(-1 - end), is.at(-1 - end))) end += 1
  const [gone, come] = [was.slice(start, was.length - end), is.slice(start, is.length - end)]
  const turn = turnOf(gone, come, same)
  const mapped = (place: Place, length: number, otherLength: number, by: number): Place | undefined => {
    if (place < start) return place
    if (place >= length - end) return place + otherLength - length
    const other = place + by
    return by !== 0 && other >= start && other < otherLength - end ? other : undefined
  }
  const still = come.length - 1
  const changed = turn === 0 ? [...gone, ...come] : turn < 0 ? come.slice(still) : come.slice(0, 1)
  return {
    from: (place) => mapped(place, is.length, was.length, -turn),
    to: (place) => mapped(place, was.length, is.length, turn),
    changed,
  }
}

/** Comparing with more than these takes longer than asking again. */
const fewChanges = 8

/** The answers about every item of a list, with those about the last list kept. */
export function answersAbout<Item extends Listed, Answer>({ isSame, ask, moved }: Questions<Item, Answer>) {
  const same: Same<Item> = (one, other) =>
    one === other || (one !== undefined && other !== undefined && isSame(one, other))
  let last: { readonly items: readonly Item[]; readonly answers: readonly Answer[] } = {
    items: [],
    answers: [],
  }
  return (items: readonly Item[]): readonly Answer[] => {
    const { from, to, changed } = changeOf(last.items, items, same)
    const shapes = changed.length <= fewChanges ? changed.map(({ pattern }) => shapeOf(pattern)) : undefined
    const { answers } = last
    let near: ((place: Place) => readonly Place[]) | undefined
    const again = (item: Item, place: Place): Answer => {
      const before = from(place)
      const isFar = before !== undefined && shapes?.every((one) => cannotOverlap(one, shapeOf(item.pattern)))
      const answer = before !== undefined && isFar ? answers[before] : undefined
      if (answer !== undefined) return moved(answer, (other) => to(other) ?? other)
      near ??= nearPatterns(items.map(({ pattern }) => pattern))
      return ask(items, place, near(place))
    }
    if (changed.length > 0 || items.length !== last.items.length) last = { items, answers: items.map(again) }
    return last.answers
  }
}
