import type { ResourceType } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { ImportNote } from './format.ts'

function* unknownWithin(shape: Shape, value: unknown, path: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null || isExpression(value)) return
  if (Array.isArray(value)) {
    const item = shape.kind === 'list' ? shape.of : shape
    for (const [index, child] of value.entries()) yield* unknownWithin(item, child, [...path, index])
    return
  }
  if (shape.kind !== 'structure') return
  for (const [name, child] of Object.entries(value)) {
    const field = shape.fields[name]
    if (field) yield* unknownWithin(field.shape, child, [...path, name])
    else if (name !== 'key') yield [...path, name]
  }
}

/** A note for every field of a config that the API is not known to have. */
export const unknownFieldNotes = (type: ResourceType, config: unknown, path: Path): ImportNote[] =>
  [...unknownWithin(resourceKinds[type].config, config, path)].map((place) => ({
    rule: 'import/unknown-property',
    severity: 'info',
    message: `“${String(place.at(-1))}” is not a property that CloudFront is known to have here; it is kept and exported again as it is.`,
    path: place,
  }))
