/** What one state of a design has otherwise than another, thing by thing: what the drawing marks and a list says. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { fieldLabel } from './field-label.ts'
import { type Thing, thingAt, thingInWords } from './thing.ts'
import { bothInWords, isPlain, type Values } from './value-in-words.ts'

/** New, of other settings, or at another place of precedence only. */
export type DifferenceKind = 'added' | 'changed' | 'moved'

export interface DifferentField {
  /** The field in words. */
  readonly label: string
  /** Undefined where nothing is said. */
  readonly before: string | undefined
  readonly after: string | undefined
}
export interface Difference {
  readonly kind: DifferenceKind
  /** The thing in the later state. */
  readonly path: Path
  readonly name: string
  readonly fields: readonly DifferentField[]
}
/** A thing that the later state has no more. */
export interface Gone {
  readonly owner: LogicalId
  readonly name: string
}
export interface Differences {
  readonly things: readonly Difference[]
  readonly gone: readonly Gone[]
}

/** Lists whose items are things of their own. */
const lists = ['CacheBehaviors', 'Origins', 'OriginGroups'] as const
const ownPart = new Set<string>(['key', 'DefaultCacheBehavior', ...lists])

interface At {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

const isSame = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after)

function* differing(before: unknown, after: unknown, path: readonly string[] = []): Generator<At> {
  if (before === after || isSame(before, after)) return
  if (!isPlain(before) || !isPlain(after)) {
    yield { path, before, after }
    return
  }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (path.length > 0 || !ownPart.has(name)) yield* differing(before[name], after[name], [...path, name])
}

const fieldsOf = (thing: Thing, before: unknown, after: unknown): readonly DifferentField[] =>
  [...differing(before, after)].map((at) => ({
    label: fieldLabel(thing, at.path) ?? '',
    ...bothInWords(at.before, at.after),
  }))

function differenceAt(document: DesignDocument, path: Path, before: unknown): Difference | undefined {
  const thing = thingAt(document, path)
  if (!thing) return undefined
  const name = thingInWords(thing)
  if (before === undefined) return { kind: 'added', path, name, fields: [] }
  const fields = fieldsOf(thing, before, valueAt(document, path))
  return fields.length === 0 ? undefined : { kind: 'changed', path, name, fields }
}

interface Item {
  readonly value: Values
  readonly index: number
}
const itemsAt = (config: unknown, list: (typeof lists)[number]): readonly Item[] => {
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

function ofList(
  document: DesignDocument,
  earlier: DesignDocument,
  owner: { readonly id: LogicalId; readonly was: LogicalId },
  list: (typeof lists)[number],
): Differences {
  const base: Path = ['resources', owner.id, 'config']
  const old = itemsAt(earlier.resources[owner.was]?.config, list)
  const now = itemsAt(document.resources[owner.id]?.config, list)
  const pairs = pairsOf(old, now)
  const moved =
    list === 'CacheBehaviors'
      ? movedIn(now.flatMap((item) => (pairs.has(item) ? [[item, pairs.get(item) ?? item] as const] : [])))
      : new Set<Item>()
  const things = now.flatMap((item): Difference[] => {
    const path = [...base, list, item.index]
    const difference = differenceAt(document, path, pairs.get(item)?.value)
    if (difference || !moved.has(item)) return difference ? [difference] : []
    const thing = thingAt(document, path)
    const place = {
      label: 'Precedence',
      before: String((pairs.get(item)?.index ?? 0) + 1),
      after: String(item.index + 1),
    }
    return thing ? [{ kind: 'moved', path, name: thingInWords(thing), fields: [place] }] : []
  })
  const kept = new Set(pairs.values())
  const gone = old.flatMap((item): Gone[] => {
    const thing = thingAt(earlier, ['resources', owner.was, 'config', list, item.index])
    return kept.has(item) || !thing ? [] : [{ owner: owner.id, name: thingInWords(thing) }]
  })
  return { things, gone }
}

/** The resource that one was before: of the same name, or the only distribution of both. */
function earlierOf(
  document: DesignDocument,
  earlier: DesignDocument,
): (id: LogicalId) => LogicalId | undefined {
  const sites = (of: DesignDocument, other: DesignDocument) =>
    Object.keys(of.resources).filter(
      (id) => of.resources[id]?.type === 'Distribution' && other.resources[id]?.type !== 'Distribution',
    )
  const [now, was] = [sites(document, earlier), sites(earlier, document)]
  const renamed = now.length === 1 && was.length === 1 ? { now: now[0], was: was[0] } : undefined
  return (id) => {
    if (id === renamed?.now) return renamed.was
    return earlier.resources[id]?.type === document.resources[id]?.type ? id : undefined
  }
}

/** The last answers: the drawing, the outline and the list ask for the same. */
const found = new WeakMap<DesignDocument, { earlier: DesignDocument; differences: Differences }>()

const nothing: Differences = { things: [], gone: [] }

/** A distribution's default behavior and lists, against those of what it was. */
function partsOf(
  document: DesignDocument,
  earlier: DesignDocument,
  owner: { readonly id: LogicalId; readonly was: LogicalId },
): Differences {
  const standard = (id: LogicalId): Path => ['resources', id, 'config', 'DefaultCacheBehavior']
  const own = differenceAt(document, standard(owner.id), valueAt(earlier, standard(owner.was)) ?? {})
  const parts = lists.map((list) => ofList(document, earlier, owner, list))
  return {
    things: [...parts.slice(0, 1), { things: own ? [own] : [] }, ...parts.slice(1)].flatMap(
      ({ things }) => things,
    ),
    gone: parts.flatMap((part) => part.gone),
  }
}

function ofResource(
  document: DesignDocument,
  earlier: DesignDocument,
  id: LogicalId,
  was: LogicalId | undefined,
): Differences {
  const old = was === undefined ? undefined : earlier.resources[was]
  if (old === document.resources[id]) return nothing
  const own = differenceAt(document, ['resources', id, 'config'], old?.config)
  const isSite = document.resources[id]?.type === 'Distribution'
  const parts = isSite && was !== undefined ? partsOf(document, earlier, { id, was }) : nothing
  return { things: [...(own ? [own] : []), ...parts.things], gone: parts.gone }
}

function compared(document: DesignDocument, earlier: DesignDocument): Differences {
  if (earlier.resources === document.resources) return nothing
  const wasOf = earlierOf(document, earlier)
  const ids = Object.keys(document.resources)
  const parts = ids.map((id) => ofResource(document, earlier, id, wasOf(id)))
  const known = new Set(ids.map(wasOf))
  const gone = Object.keys(earlier.resources).flatMap((id): Gone[] => {
    const thing = known.has(id) ? undefined : thingAt(earlier, ['resources', id, 'config'])
    return thing ? [{ owner: id, name: thingInWords(thing) }] : []
  })
  return {
    things: parts.flatMap(({ things }) => things),
    gone: [...parts.flatMap((part) => part.gone), ...gone],
  }
}

/** The things of a design that an earlier one has otherwise or not at all, and those that it alone has. */
export function differencesBetween(earlier: DesignDocument, document: DesignDocument): Differences {
  const last = found.get(document)
  if (last?.earlier === earlier) return last.differences
  const differences = compared(document, earlier)
  found.set(document, { earlier, differences })
  return differences
}
