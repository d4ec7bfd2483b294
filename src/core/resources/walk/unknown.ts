import type { ResourceType } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKinds } from '#core/resources/index.ts'

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

/** Where a config of the document holds a field that CloudFront is not known to have. */
export const unknownPaths = (type: ResourceType, config: unknown, path: Path = []): readonly Path[] => [
  ...unknownWithin(resourceKinds[type].config, config, path),
]
