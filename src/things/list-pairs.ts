/** Which item of a list was which in an earlier state of it, and which of them took another place. */
import { isPlain, type Values } from './value-in-words.ts'

/** Lists of a distribution whose items are things of their own. */
export const thingLists = ['CacheBehaviors', 'Origins', 'OriginGroups'] as const
export type ThingList = (typeof thingLists)[number]

export interface Item {
  readonly value: Values
  readonly index: number
}
const itemsAt = (config: unknown, list: ThingList): readonly Item[] => {
  const items = isPlain(config) ? config[list] : undefined
  return Array.isArray(items)
    ? items.flatMap((value: unknown, index) => (isPlain(value) ? [{ value, index }] : []))
    : []
}

const calledIn = ({ value }: Item): string => JSON.stringify(value['PathPattern'] ?? value['Id'])

/** Which item was which: what is called the same, then what kept its identity when it was renamed. */
function pairsOf(before: readonly Item[], after: readonly Item[]): ReadonlyMap<Item, Item> {
  const left = new Set(before)
  const pairs = new Map<Item, Item>()
  const match = (isMatch: (old: Item, now: Item) => boolean) => {
    for (const now of after) {
      const old = pairs.has(now) ? undefined : [...left].find((one) => isMatch(one, now))
      if (!old) continue
      pairs.set(now, old)
      left.delete(old)
    }
  }
  match((old, now) => calledIn(old) === calledIn(now))
  match((old, now) => old.value['key'] === now.value['key'])
  return pairs
}

/**
 * The items that have to be lifted so that the others stand in their old order: all but a longest run of pairs whose old
 * places rise.
 */
function movedIn(pairs: readonly (readonly [now: Item, old: Item])[]): ReadonlySet<Item> {
  const best: { length: number; before: number }[] = []
  for (const [at, [, old]] of pairs.entries()) {
    let found = { length: 1, before: -1 }
    for (let earlier = 0; earlier < at; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1
      if ((pairs[earlier]?.[1].index ?? 0) < old.index && length > found.length)
        found = { length, before: earlier }
    }
    best.push(found)
  }
  const longest = Math.max(0, ...best.map(({ length }) => length))
  const staying = new Set<number>()
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1)
    staying.add(at)
  return new Set(pairs.flatMap(([now], at) => (staying.has(at) ? [] : [now])))
}

export interface Pairing {
  readonly old: readonly Item[]
  readonly now: readonly Item[]
  /** The later item, and the earlier one that it was. */
  readonly pairs: ReadonlyMap<Item, Item>
  /** The later items that took another place of precedence. */
  readonly moved: ReadonlySet<Item>
}

/** A list of two states of a distribution's config, item by item; only the order of behaviors means something. */
export function pairLists(earlier: unknown, config: unknown, list: ThingList): Pairing {
  const [old, now] = [itemsAt(earlier, list), itemsAt(config, list)]
  const pairs = pairsOf(old, now)
  const both = now.flatMap((item) => {
    const was = pairs.get(item)
    return was ? [[item, was] as const] : []
  })
  return { old, now, pairs, moved: list === 'CacheBehaviors' ? movedIn(both) : new Set() }
}

/** Where an earlier item, by its place then, stands in the later list if it comes right after what it came after. */
export function placeAsBefore({ pairs, moved }: Pairing, index: number): number {
  let nearest: readonly [now: Item, old: Item] | undefined
  for (const pair of pairs) {
    const isBefore = pair[1].index < index && !moved.has(pair[0])
    if (isBefore && pair[1].index > (nearest?.[1].index ?? -1)) nearest = pair
  }
  return nearest ? nearest[0].index + 1 : 0
}
