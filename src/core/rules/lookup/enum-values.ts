/** Texts that stand where the API takes one of a fixed set, by the shapes of the API. */
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKind } from '#core/resources/index.ts'

export interface WrongValue {
  readonly path: Path
  /** The field, or that of the list. */
  readonly field: string
  readonly value: string
  readonly allowed: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

function* inValue(shape: Shape, value: unknown, path: Path, field: string): Generator<WrongValue> {
  if (isExpression(value)) return
  if (shape.kind === 'list') {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) yield* inValue(shape.of, item, [...path, index], field)
    return
  }
  if (shape.kind === 'structure') {
    if (typeof value !== 'object' || value === null) return
    for (const [name, { shape: inner }] of Object.entries(shape.fields))
      if (Object.hasOwn(value, name)) yield* inValue(inner, (value as Fields)[name], [...path, name], name)
    return
  }
  if (typeof value === 'string' && shape.values && !shape.values.includes(value))
    yield { path, field, value, allowed: shape.values }
}

/** Every one of a design, in the order of its resources. */
export function* wrongValues(document: DesignDocument): Generator<WrongValue> {
  for (const [id, { type, config }] of Object.entries(document.resources)) {
    const kind = resourceKind(type)
    if (kind) yield* inValue(kind.config, config, ['resources', id, 'config'], type)
  }
}
