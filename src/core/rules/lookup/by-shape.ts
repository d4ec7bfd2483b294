/** Walks over values by their shapes that look at each part once for all its life. */
import { oncePerPair } from '#core/model/distribution.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape, Structure } from '#core/model/shapes/shape.ts'

export interface FoundAt<Found> {
  readonly found: Found
  /** Within the value. */
  readonly path: Path
}

type Look<Found> = (shape: Shape, value: unknown, path: Path) => Found | undefined

/**
 * Finds something in the parts of a value, the outer ones first. An edit makes new only those items of lists that lead to
 * what it changes: what was found in the others is known. `look` is given the path within such an item.
 */
export function finderByShape<Found>(look: Look<Found>) {
  const inItem = oncePerPair((shape: Shape, item: object): readonly FoundAt<Found>[] => [
    ...within(shape, item, []),
  ])

  function* inList(of: Shape, items: readonly unknown[], path: Path): Generator<FoundAt<Found>> {
    for (const [index, item] of items.entries()) {
      if (of.kind === 'scalar' || typeof item !== 'object' || item === null)
        yield* within(of, item, [...path, index])
      else
        for (const { found, path: rest } of inItem(of, item)) yield { found, path: [...path, index, ...rest] }
    }
  }

  function* inFields({ fields }: Structure, value: object, path: Path): Generator<FoundAt<Found>> {
    for (const [name, { shape }] of Object.entries(fields))
      if (Object.hasOwn(value, name))
        yield* within(shape, (value as Readonly<Record<string, unknown>>)[name], [...path, name])
  }

  function* within(shape: Shape, value: unknown, path: Path): Generator<FoundAt<Found>> {
    if (isExpression(value)) return
    const found = look(shape, value, path)
    if (found !== undefined) yield { found, path }
    if (typeof value !== 'object' || value === null) return
    if (shape.kind === 'structure') yield* inFields(shape, value, path)
    else if (shape.kind === 'list' && Array.isArray(value)) yield* inList(shape.of, value, path)
  }

  return oncePerPair((shape: Shape, value: object): readonly FoundAt<Found>[] => [
    ...within(shape, value, []),
  ])
}
