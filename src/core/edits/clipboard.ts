/**
 * Things of a design as a text that another design, another tab or a colleague can paste.
 * A clip holds what was copied, the resources that it refers to, and the origins that it sends requests to;
 * pasting takes only what the design does not have, under names that are free.
 */

import { bare } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { CacheBehavior, DesignDocument, LogicalId, Origin, Resource } from '#core/model/document.ts'
import { combine, type Edit, insertAt, setAt } from '#core/model/edit.ts'
import { isExpression, isRef, isUnknown, known } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { freeKey, freeName, freePattern } from './names.ts'
import { ownNames, withFreeName } from './own-names.ts'

type ListName = 'Origins' | 'OriginGroups' | 'CacheBehaviors'
const listNames: readonly ListName[] = ['Origins', 'OriginGroups', 'CacheBehaviors']
type Item = Readonly<Record<string, unknown>>

export interface Clip {
  readonly frontage: 'clip'
  readonly items: readonly { readonly list: ListName; readonly value: Item }[]
  /** Resources that were copied themselves. */
  readonly resources: Readonly<Record<LogicalId, Resource>>
  /** Resources and origins that the copied things need; pasted where the design lacks them. */
  readonly needed: {
    readonly resources: Readonly<Record<LogicalId, Resource>>
    readonly origins: readonly Origin[]
  }
}

/** Every resource that a value names. */
function refsIn(value: unknown): LogicalId[] {
  if (typeof value !== 'object' || value === null) return []
  if (isRef(value)) return [value.ref]
  if (isUnknown(value)) return [...(value.refs ?? [])]
  return Object.values(value).flatMap(refsIn)
}

/** The resources that values need, and those that these need in turn. */
function neededResources(document: DesignDocument, values: readonly unknown[]): Record<LogicalId, Resource> {
  const needed: Record<LogicalId, Resource> = bare()
  const open = values.flatMap(refsIn)
  for (const id of open) {
    const resource = document.resources[id]
    // A distribution is no part of what names it, as an alias record or a bucket policy may.
    if (!resource || id in needed || resource.type === 'Distribution') continue
    needed[id] = resource
    if (!resource.type.includes('::')) open.push(...refsIn(resource.config))
  }
  return needed
}

const targetsOf = ({ list, value }: Clip['items'][number]): unknown[] =>
  list === 'CacheBehaviors'
    ? [value['TargetOriginId']]
    : list === 'OriginGroups'
      ? ((value['Members'] as { OriginId?: unknown }[] | undefined) ?? []).map(({ OriginId }) => OriginId)
      : []

/** The item at a path as a list item: the default behavior becomes one for the pattern of the copy. */
function itemAt(document: DesignDocument, path: Path): Clip['items'][number] | undefined {
  const value = valueAt(document, path) as Item | undefined
  if (!value || isExpression(value)) return undefined
  if (path[3] === 'DefaultCacheBehavior')
    return { list: 'CacheBehaviors', value: { PathPattern: '/copy/*', ...value } }
  const list = listNames.find((name) => name === path[3])
  return list && path.length === 5 ? { list, value } : undefined
}

/** Copies the things at some paths; undefined where none of them can be copied. */
export function copyThings(document: DesignDocument, paths: readonly Path[]): Clip | undefined {
  const items = paths.flatMap((path) => itemAt(document, path) ?? [])
  const resources: Record<LogicalId, Resource> = bare()
  for (const [, id] of paths.filter(({ length }) => length === 3)) {
    const resource = document.resources[said(id)]
    if (resource) resources[said(id)] = resource
  }
  if (items.length === 0 && Object.keys(resources).length === 0) return undefined
  const targets = items.flatMap(targetsOf)
  const owners = [...new Set(paths.map(([, id]) => id))]
  const copied = new Set(items.map(({ value }) => value))
  const origins = distributionsIn(document)
    .filter(({ id }) => owners.includes(id))
    .flatMap(({ config }) => config.Origins ?? [])
    .filter((origin): origin is Origin => !isExpression(origin))
    .filter((origin) => targets.includes(origin.Id) && !copied.has(origin as unknown as Item))
  const values = [
    ...items.map(({ value }) => value),
    ...origins,
    ...Object.values(resources).map(({ config }) => config),
  ]
  const needed = neededResources(document, values)
  for (const id of Object.keys(resources)) delete needed[id]
  return { frontage: 'clip', items, resources, needed: { resources: needed, origins } }
}

export const printClip = (clip: Clip): string => `${JSON.stringify(clip, null, 2)}\n`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The clip that a text holds; undefined where it is another text, whatever it says. */
export function readClip(text: string): Clip | undefined {
  if (!text.includes('"frontage"')) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Not ours, then.
    return undefined
  }
  if (!isObject(value) || value['frontage'] !== 'clip') return undefined
  const { items, resources, needed } = value
  const isResources = (candidate: unknown) =>
    isObject(candidate) &&
    Object.values(candidate).every(
      (one) => isObject(one) && typeof one['type'] === 'string' && isObject(one['config']),
    )
  const areItems =
    Array.isArray(items) &&
    items.every(
      (item) => isObject(item) && listNames.some((name) => name === item['list']) && isObject(item['value']),
    )
  const isNeeded =
    isObject(needed) &&
    isResources(needed['resources']) &&
    Array.isArray(needed['origins']) &&
    needed['origins'].every(isObject)
  // Just checked, down to the structures that pasting walks through.
  return areItems && isResources(resources) && isNeeded ? (value as unknown as Clip) : undefined
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A value with the names that changed: references to resources, and targets by their Id. */
function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value
  if (isRef(value)) return { ...value, ref: ids.get(value.ref) ?? value.ref }
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, ids)]))
}

/** A copy is made whatever condition the first one stands under. */
function alwaysMade(resource: Resource): Resource {
  if (!('madeIf' in resource)) return resource
  const { madeIf: _, ...own } = resource
  return own as Resource
}

/** New ids for resources: what the design already holds unchanged is used, the rest gets a free id. */
function placeResources(document: DesignDocument, clip: Clip): { ids: Map<string, string>; edits: Edit[] } {
  const ids = new Map<string, string>()
  const taken = Object.keys(document.resources)
  const added: [LogicalId, Resource][] = []
  const add = (id: LogicalId, resource: Resource) => {
    const free = freeName(id, taken).replaceAll('-', '')
    taken.push(free)
    ids.set(id, free)
    added.push([free, resource])
  }
  for (const [id, resource] of Object.entries(clip.needed.resources))
    if (same(document.resources[id], resource)) ids.set(id, id)
    else add(id, resource)
  for (const [id, resource] of Object.entries(clip.resources)) add(id, resource)
  const names = ownNames(document)
  const edits = added.map(([id, resource]) =>
    setAt(['resources', id], {
      ...alwaysMade(resource),
      config: withFreeName({ ...resource, config: renamed(resource.config, ids) } as Resource, names),
    }),
  )
  return { ids, edits }
}

export interface Pasted {
  readonly edit: Edit
  /** Where the pasted things are afterwards. */
  readonly paths: readonly Path[]
}

/**
 * Pastes a clip into a distribution. Behaviors go right after the one at `after`, or to the end of the list, where
 * they take nothing from the others. Undefined where list items have no distribution to go to.
 */
export function pasteClip(
  document: DesignDocument,
  owner: LogicalId,
  clip: Clip,
  after?: number,
): Pasted | undefined {
  const site = distributionsIn(document).find(({ id }) => id === owner)
  if (!site && clip.items.length > 0) return undefined
  const { ids, edits } = placeResources(document, clip)
  const lists = {
    Origins: [...(site?.config.Origins ?? [])] as Item[],
    OriginGroups: [...(site?.config.OriginGroups ?? [])] as Item[],
    CacheBehaviors: [...(site?.config.CacheBehaviors ?? [])] as Item[],
  }
  const targetIds = [...lists.Origins, ...lists.OriginGroups].map(({ Id }) => nameOf(Id as string))
  const targets = new Map<string, string>()
  const paths: Path[] = Object.keys(clip.resources).map((id) => ['resources', ids.get(id) ?? id, 'config'])
  const put = (list: ListName, value: Item, index: number) => {
    const key = freeKey(said(value['Id'] ?? value['PathPattern'] ?? list), lists[list])
    const item = { ...(renamed(value, ids) as Item), key }
    lists[list].splice(index, 0, item)
    edits.push(insertAt([...(site?.path ?? []), list], index, item, ''))
  }
  const putTarget = (list: 'Origins' | 'OriginGroups', value: Item, isWanted: boolean) => {
    const was = nameOf(value['Id'] as string)
    const Id = freeName(was, targetIds)
    targetIds.push(Id)
    targets.set(was, Id)
    if (isWanted) paths.push([...(site?.path ?? []), list, lists[list].length])
    put(list, { ...value, Id }, lists[list].length)
  }
  const target = (id: unknown) => (typeof id === 'string' ? (targets.get(id) ?? id) : id)
  const itemsOf = (list: ListName) =>
    clip.items.filter((item) => item.list === list).map(({ value }) => value)

  for (const origin of clip.needed.origins)
    if (!targetIds.includes(nameOf(origin.Id))) putTarget('Origins', origin as unknown as Item, false)
  for (const value of itemsOf('Origins')) putTarget('Origins', value, true)
  for (const value of itemsOf('OriginGroups')) {
    const members = (value['Members'] as { OriginId?: unknown }[] | undefined) ?? []
    putTarget(
      'OriginGroups',
      { ...value, Members: members.map((one) => ({ ...one, OriginId: target(one.OriginId) })) },
      true,
    )
  }
  const start = after === undefined ? lists.CacheBehaviors.length : after + 1
  for (const [offset, value] of itemsOf('CacheBehaviors').entries()) {
    const patterns = lists.CacheBehaviors.map((one) => nameOf((one as unknown as CacheBehavior).PathPattern))
    const wanted = known((value as unknown as CacheBehavior).PathPattern) ?? '/copy/*'
    put(
      'CacheBehaviors',
      {
        ...value,
        PathPattern: freePattern(wanted, patterns),
        TargetOriginId: target(value['TargetOriginId']),
      },
      start + offset,
    )
    paths.push([...(site?.path ?? []), 'CacheBehaviors', start + offset])
  }
  const count = paths.length
  return { edit: combine(count === 1 ? 'Paste' : `Paste ${count} things`, edits), paths }
}
