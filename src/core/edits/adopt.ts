/** Takes over what a text says of an open design, so that nodes, layout and whatever did not change stay the same. */

import { tableOf } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'

type Item = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The lists whose items are nodes, with the field that names an item. */
const keyedLists: Readonly<Record<string, string>> = tableOf({
  Origins: 'Id',
  OriginGroups: 'Id',
  CacheBehaviors: 'PathPattern',
})

/** `next` with every part that equals the old one replaced by it: who compares by identity sees what changed. */
export function keepEqual<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (Array.isArray(before) && Array.isArray(next)) {
    const items = next.map((item, index) => keepEqual(before[index], item))
    const isEqual = items.length === before.length && items.every((item, index) => item === before[index])
    // The same list, or a list of the same items.
    return (isEqual ? before : items) as T
  }
  if (!isObject(before) || !isObject(next)) return next
  const entries = Object.entries(next).map(([name, value]) => [name, keepEqual(before[name], value)] as const)
  const isEqual =
    entries.length === Object.keys(before).length &&
    entries.every(([name, value]) => Object.hasOwn(before, name) && value === before[name])
  return (isEqual ? before : Object.fromEntries(entries)) as T
}

const nameIn = (item: unknown, field: string): string =>
  isObject(item) ? nameOf(item[field] as Parameters<typeof nameOf>[0]) : ''

/** The items with the identities they had: by name, then those left over by position. */
function keepKeys(before: readonly unknown[], next: readonly unknown[], field: string): unknown[] {
  const old = before.filter((item): item is Item => isObject(item) && !isExpression(item))
  const taken = new Set<Item>()
  const claim = (item: unknown, candidates: readonly (Item | undefined)[]): Item | undefined => {
    const found = candidates.find((one) => one && !taken.has(one))
    if (found && isObject(item)) taken.add(found)
    return found
  }
  const byName = next.map((item) =>
    claim(
      item,
      old.filter((one) => nameIn(one, field) === nameIn(item, field)),
    ),
  )
  const matched = next.map(
    (item, index) => byName[index] ?? claim(item, before.length === next.length ? [old[index]] : []),
  )
  const used = new Set<unknown>()
  return next.map((item, index) => {
    if (!isObject(item) || isExpression(item)) return item
    let key = said(matched[index]?.['key'] ?? item['key'])
    while (used.has(key) || (!matched[index] && old.some((one) => one['key'] === key))) key = `${key}#`
    used.add(key)
    return { ...item, key }
  })
}

function keepKeysOf(before: unknown, next: Item): Item {
  if (!isObject(before)) return next
  return Object.fromEntries(
    Object.entries(next).map(([name, value]) => {
      const field = Object.hasOwn(keyedLists, name) ? keyedLists[name] : undefined
      const old = before[name]
      return [
        name,
        field !== undefined && Array.isArray(value) && Array.isArray(old)
          ? keepKeys(old, value, field)
          : value,
      ]
    }),
  )
}

/** The document after its text was read anew: resources and source are the text's, the rest stays. */
export function adoptedDocument(before: DesignDocument, read: DesignDocument): DesignDocument {
  const keyed = Object.fromEntries(
    Object.entries(read.resources).map(([id, resource]) => {
      const old = before.resources[id]
      return resource.type === 'Distribution' && old?.type === 'Distribution'
        ? [id, { ...resource, config: keepKeysOf(old.config, resource.config as Item) }]
        : [id, resource]
    }),
  )
  const isDesign = read.source === undefined
  return {
    ...before,
    ...(isDesign && { layout: read.layout, scenarios: read.scenarios }),
    ...(isDesign && read.suppressions && { suppressions: read.suppressions }),
    ...(isDesign && read.notes && { notes: read.notes }),
    ...(isDesign && read.stickies && { stickies: read.stickies }),
    ...(isDesign && read.originScripts && { originScripts: read.originScripts }),
    ...(isDesign && read.functionResults && { functionResults: read.functionResults }),
    resources: keepEqual(before.resources, keyed) as DesignDocument['resources'],
    ...(read.source && { source: keepEqual(before.source, read.source) }),
  }
}

/** Typing in the source as an edit: those with the same `burst` are one step of undo. */
export const adoptText = (before: DesignDocument, read: DesignDocument, burst: string): Edit => ({
  label: 'Edit the source',
  mergeKey: `source ${burst}`,
  apply: (draft) => {
    Object.assign(draft, adoptedDocument(before, read))
  },
})

/** Where the thing that stood at `path` stands now: list items are found by their identity. */
export function movedPath(before: DesignDocument, after: DesignDocument, path: Path): Path {
  const at = path.findIndex((step) => typeof step === 'number')
  if (at < 0) return path
  const list = path.slice(0, at)
  const item = valueAt(before, path.slice(0, at + 1))
  const now = valueAt(after, list)
  if (!isObject(item) || !Array.isArray(now)) return path
  const index = now.findIndex((one) => isObject(one) && one['key'] === item['key'])
  return index < 0 ? path : [...list, index, ...path.slice(at + 1)]
}
