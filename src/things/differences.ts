/** What one state of a design has otherwise than another, thing by thing: what the drawing marks and a list says. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { fieldLabel } from './field-label.ts'
import { pairLists, type ThingList, thingLists } from './list-pairs.ts'
import { spelled } from './more-fields.ts'
import { type Thing, thingAt, thingInWords } from './thing.ts'
import { bothInWords, isPlain } from './value-in-words.ts'

/** New, of other settings, or at another place of precedence only. */
export type DifferenceKind = 'added' | 'changed' | 'moved'

export interface DifferentField {
  /** Where it is in the later state; the thing itself for a place of precedence. */
  readonly path: Path
  /** Where it was in the earlier state. */
  readonly earlier: Path
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
  /** The thing in the earlier state; undefined for one that is new. */
  readonly earlier: Path | undefined
  readonly name: string
  readonly fields: readonly DifferentField[]
}
/** A thing that the later state has no more. */
export interface Gone {
  /** The resource in the later state that it was a part of; its own name where it was one. */
  readonly owner: LogicalId
  /** The thing in the earlier state. */
  readonly earlier: Path
  readonly name: string
}
export interface Differences {
  readonly things: readonly Difference[]
  readonly gone: readonly Gone[]
}

const ownPart = new Set<string>(['key', 'DefaultCacheBehavior', ...thingLists])

/** Of a resource: what it is, its settings, and what is only known of its text. */
const parts = new Set<string>(['type', 'config', 'isPartial', 'mayBeAbsent', 'madeIf'])

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

/** What a resource has beside its settings. */
function* beside(
  state: DesignDocument,
  earlier: Path,
  document: DesignDocument,
  path: Path,
): Generator<DifferentField> {
  if (path.length !== 3) return
  const [was, now] = [earlier.slice(0, 2), path.slice(0, 2)]
  const [before, after] = [valueAt(state, was), valueAt(document, now)]
  if (!isPlain(before) || !isPlain(after)) return
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!parts.has(name) && !isSame(before[name], after[name]))
      yield {
        path: [...now, name],
        earlier: [...was, name],
        label: spelled(name.charAt(0).toUpperCase() + name.slice(1)),
        ...bothInWords(before[name], after[name]),
      }
}

function fieldsOf(
  thing: Thing,
  state: DesignDocument,
  earlier: Path,
  document: DesignDocument,
): readonly DifferentField[] {
  const { path } = thing
  const own = [...differing(valueAt(state, earlier) ?? {}, valueAt(document, path))].map((at) => ({
    path: [...path, ...at.path],
    earlier: [...earlier, ...at.path],
    label: fieldLabel(thing, at.path) ?? '',
    ...bothInWords(at.before, at.after),
  }))
  return [...own, ...beside(state, earlier, document, path)]
}

/** Of a thing, against what it was; without an earlier place it is new. */
function differenceAt(
  document: DesignDocument,
  path: Path,
  state: DesignDocument,
  earlier: Path | undefined,
): Difference | undefined {
  const thing = thingAt(document, path)
  if (!thing) return undefined
  const name = thingInWords(thing)
  if (!earlier) return { kind: 'added', path, earlier, name, fields: [] }
  const fields = fieldsOf(thing, state, earlier, document)
  return fields.length === 0 ? undefined : { kind: 'changed', path, earlier, name, fields }
}

function ofList(
  document: DesignDocument,
  earlier: DesignDocument,
  owner: { readonly id: LogicalId; readonly was: LogicalId },
  list: ThingList,
): Differences {
  const base: Path = ['resources', owner.id, 'config', list]
  const baseBefore: Path = ['resources', owner.was, 'config', list]
  const { old, now, pairs, moved } = pairLists(
    earlier.resources[owner.was]?.config,
    document.resources[owner.id]?.config,
    list,
  )
  const things = now.flatMap((item): Difference[] => {
    const path = [...base, item.index]
    const was = pairs.get(item)
    const before = was && [...baseBefore, was.index]
    const difference = differenceAt(document, path, earlier, before)
    if (difference || !was || !moved.has(item)) return difference ? [difference] : []
    const thing = thingAt(document, path)
    const places = { before: String(was.index + 1), after: String(item.index + 1) }
    const place = { path, earlier: before ?? [], label: 'Precedence', ...places }
    return thing ? [{ kind: 'moved', path, earlier: before, name: thingInWords(thing), fields: [place] }] : []
  })
  const kept = new Set(pairs.values())
  const gone = old.flatMap((item): Gone[] => {
    const path = [...baseBefore, item.index]
    const thing = thingAt(earlier, path)
    return kept.has(item) || !thing ? [] : [{ owner: owner.id, earlier: path, name: thingInWords(thing) }]
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
  const own = differenceAt(document, standard(owner.id), earlier, standard(owner.was))
  const parts = thingLists.map((list) => ofList(document, earlier, owner, list))
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
  const before: Path | undefined = was === undefined ? undefined : ['resources', was, 'config']
  const own = differenceAt(document, ['resources', id, 'config'], earlier, before)
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
    const path = ['resources', id, 'config']
    const thing = known.has(id) ? undefined : thingAt(earlier, path)
    return thing ? [{ owner: id, earlier: path, name: thingInWords(thing) }] : []
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
