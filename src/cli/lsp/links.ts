/** Where what a field names is written, and who names a thing. */

import { distributionsIn, originGroupsOf, originsOf, type PlacedResource } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import { referencesTo } from '#core/model/reference.ts'

const targets: readonly string[] = ['TargetOriginId', 'OriginId']

interface Target {
  readonly id: string
  readonly kind: 'origin' | 'origin group'
  readonly path: Path
}

/** What the behaviors of a distribution can name by its `Id`. */
export function targetsIn(distribution: PlacedResource<'Distribution'>): readonly Target[] {
  const named = (kind: Target['kind'], Id: unknown, path: Path): Target[] =>
    typeof Id === 'string' ? [{ id: Id, kind, path }] : []
  return [
    ...originsOf(distribution).flatMap(({ value, path }) => named('origin', value.Id, path)),
    ...originGroupsOf(distribution).flatMap(({ value, path }) => named('origin group', value.Id, path)),
  ]
}

function targetsAround(document: DesignDocument, within: Path): readonly Target[] {
  const owner = distributionsIn(document).find(({ path }) => isWithin(within, path))
  return owner ? targetsIn(owner) : []
}

/** The path of what a field names; undefined where it names nothing of the design. */
export function definitionOf(document: DesignDocument, path: Path): Path | undefined {
  for (let at = path; at.length > 3; at = at.slice(0, -1)) {
    const value = valueAt(document, at)
    const target = isRef(value) ? value.ref : isUnknown(value) ? value.refs?.[0] : undefined
    if (target !== undefined && document.resources[target]) return ['resources', target, 'config']
    if (targets.includes(String(at.at(-1))))
      return targetsAround(document, at).find(({ id }) => id === value)?.path
  }
  return undefined
}

function* usesWithin(value: unknown, id: string, path: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null) return
  for (const [step, child] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(step) : step]
    if (targets.includes(step) && child === id) yield at
    else yield* usesWithin(child, id, at)
  }
}

/** Every field that names what stands at a path: an origin, an origin group, or a whole resource. */
export function usesOf(document: DesignDocument, path: Path): readonly Path[] {
  const named = targetsAround(document, path).find((one) => isWithin(path, one.path))
  const owner = String(path[1])
  if (!named) return referencesTo(document, owner).map((reference) => reference.path)
  return [...usesWithin(document.resources[owner]?.config, named.id, ['resources', owner, 'config'])]
}
