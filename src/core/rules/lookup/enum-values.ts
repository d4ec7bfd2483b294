/** Texts that stand where the API takes one of a fixed set, by the shapes of the API. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { resourceKind } from '#core/resources/index.ts'
import { finderByShape } from './by-shape.ts'

export interface WrongValue {
  readonly path: Path
  /** The field, or that of the list. */
  readonly field: string
  readonly value: string
  readonly allowed: readonly string[]
}

const wrongIn = finderByShape({
  concerns: (shape) => shape.kind === 'scalar' && shape.values !== undefined,
  look: (shape, value) =>
    shape.kind === 'scalar' && typeof value === 'string' && shape.values?.includes(value) === false
      ? { value, allowed: shape.values }
      : undefined,
})

/** Every one of a design, in the order of its resources. */
export function* wrongValues(document: DesignDocument): Generator<WrongValue> {
  for (const [id, { type, config }] of Object.entries(document.resources)) {
    const kind = resourceKind(type)
    if (!kind) continue
    for (const { found, path } of wrongIn(kind.config, config)) {
      const field = path.findLast((step) => typeof step === 'string') ?? type
      yield { ...found, field: String(field), path: ['resources', id, 'config', ...path] }
    }
  }
}
