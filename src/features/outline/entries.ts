/** The design as a list of entries with levels: what the outline shows. */
import {
  behaviorsOf,
  defaultBehaviorName,
  distributionsIn,
  originGroupsOf,
  originsOf,
} from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isSamePath, type Path } from '#core/model/path.ts'
import type { Picture } from '#core/model/picture.ts'
import { referencesFrom } from '#core/model/reference.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { neighborKindOf } from '#core/neighbors/index.ts'
import { kindWords } from '#things/kind-words.ts'
import { originPicture } from '#things/summary.ts'

export interface Entry {
  readonly label: string
  /** What its label ends in, which says less than the name before it. */
  readonly about?: string
  /** `Behavior`, `Group`, `Origin`, or the type of a resource. */
  readonly kind: string
  /** Of its own, where its kind has several. */
  readonly picture?: Picture | undefined
  readonly path: Path
  readonly level: number
  /** It holds the entries of the next level that follow. */
  readonly isParent: boolean
  /** An ordered behavior can be moved. */
  readonly isOrdered: boolean
}

/** A template may hold thousands of resources that are nothing to CloudFront; these would bury the rest. */
const mostOthers = 100

const entry = (kind: string, label: string, path: Path, level: number, more: Partial<Entry> = {}): Entry => ({
  label,
  kind,
  path,
  level,
  isParent: false,
  isOrdered: false,
  ...more,
})

const resourceEntry = (id: string, type: string): Entry => {
  const about = ` · ${kindWords(type)}`
  return entry(type, `${id}${about}`, ['resources', id, 'config'], 1, { about })
}

/** Resources beside the distributions: CloudFront's own, those that one of them refers to, and those of kinds beside it. */
function otherResources(document: DesignDocument): Entry[] {
  const ids = Object.keys(document.resources)
  const typeOf = (id: string) => document.resources[id]?.type ?? ''
  const own = ids.filter((id) => !typeOf(id).includes('::'))
  const named = new Set([
    ...own,
    ...own.flatMap((id) => referencesFrom(document, id).map(({ to }) => to)),
    // A bucket is still the design's when nothing leads to it any more.
    ...ids.filter((id) => neighborKindOf(typeOf(id)) !== undefined),
  ])
  return [...named]
    .flatMap((id): Entry[] => {
      const type = document.resources[id]?.type
      if (type === undefined || type === 'Distribution') return []
      return [resourceEntry(id, type)]
    })
    .slice(0, mostOthers)
}

/** Every entry; those of a folded distribution are left out. */
export function outlineEntries(document: DesignDocument, folded: readonly string[]): readonly Entry[] {
  const sites = distributionsIn(document).flatMap((site) => {
    const head = entry('Distribution', site.id, site.path, 1, { isParent: true })
    if (folded.includes(site.id)) return [head]
    return [
      head,
      ...behaviorsOf(site).map(({ behavior, index, path }) =>
        index === undefined
          ? entry('Behavior', defaultBehaviorName, path, 2)
          : entry('Behavior', `${index + 1}. ${nameOf(behavior.PathPattern)}`, path, 2, { isOrdered: true }),
      ),
      ...originGroupsOf(site).map(({ value, path }) => entry('Group', `Group ${nameOf(value.Id)}`, path, 2)),
      ...originsOf(site).map(({ value, path }) =>
        entry('Origin', `Origin ${nameOf(value.Id)}`, path, 2, { picture: originPicture(document, value) }),
      ),
    ]
  })
  return [...sites, ...otherResources(document)]
}

const isSameEntry = (a: Entry, b: Entry | undefined): boolean =>
  b !== undefined &&
  a.label === b.label &&
  a.kind === b.kind &&
  a.picture === b.picture &&
  a.level === b.level &&
  a.isParent === b.isParent &&
  a.isOrdered === b.isOrdered &&
  isSamePath(a.path, b.path)

/** The entries as they were where none is other: most edits change none, and are drawn at each key. */
export const keptEntries = (entries: readonly Entry[], before: readonly Entry[]): readonly Entry[] =>
  entries.length === before.length && entries.every((entry, index) => isSameEntry(entry, before[index]))
    ? before
    : entries
