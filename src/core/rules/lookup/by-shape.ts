/** Walks over values by their shapes that look at each part once for all its life. */
import { oncePer, oncePerPair } from '#core/model/distribution.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape, Structure } from '#core/model/shapes/shape.ts'

export interface FoundAt<Found> {
  readonly found: Found
  /** Within the value. */
  readonly path: Path
}

interface Search<Found> {
  /** The shapes that something can be found in: a walk goes nowhere else. */
  readonly concerns: (shape: Shape) => boolean
  readonly look: (shape: Shape, value: unknown) => Found | undefined
}

/** Where a walk has come, and what it has found on the way. */
interface Walk<Found> {
  readonly path: (string | number)[]
  readonly found: FoundAt<Found>[]
}

const none: readonly never[] = []

/**
 * Finds something in the parts of a value, the outer ones first. An edit makes new only those items of lists that lead to
 * what it changes: what was found in the others is known.
 */
export function finderByShape<Found>({ concerns, look }: Search<Found>) {
  const leads = oncePer((shape: Shape): boolean => {
    if (concerns(shape)) return true
    return shape.kind === 'list' ? leads(shape.of) : shape.kind === 'structure' && fieldsOf(shape).length > 0
  })
  const fieldsOf = oncePer((structure: Structure) =>
    Object.entries(structure.fields).flatMap(([name, { shape }]) => (leads(shape) ? [{ name, shape }] : [])),
  )

  const inItem = oncePerPair((shape: Shape, item: object): readonly FoundAt<Found>[] => {
    const walk: Walk<Found> = { path: [], found: [] }
    within(shape, item, walk)
    return walk.found.length > 0 ? walk.found : none
  })

  function inList(of: Shape, items: readonly unknown[], walk: Walk<Found>): void {
    if (!leads(of)) return
    for (const [index, item] of items.entries()) {
      walk.path.push(index)
      if (of.kind === 'scalar' || typeof item !== 'object' || item === null) within(of, item, walk)
      else
        for (const { found, path } of inItem(of, item))
          walk.found.push({ found, path: [...walk.path, ...path] })
      walk.path.pop()
    }
  }

  function inFields(structure: Structure, value: object, walk: Walk<Found>): void {
    for (const { name, shape } of fieldsOf(structure)) {
      if (!Object.hasOwn(value, name)) continue
      walk.path.push(name)
      within(shape, (value as Readonly<Record<string, unknown>>)[name], walk)
      walk.path.pop()
    }
  }

  function within(shape: Shape, value: unknown, walk: Walk<Found>): void {
    if (isExpression(value)) return
    const found = look(shape, value)
    if (found !== undefined) walk.found.push({ found, path: [...walk.path] })
    if (typeof value !== 'object' || value === null) return
    if (shape.kind === 'structure') inFields(shape, value, walk)
    else if (shape.kind === 'list' && Array.isArray(value)) inList(shape.of, value, walk)
  }

  return inItem
}
