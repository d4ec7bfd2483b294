import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import type { FieldKind } from '#core/resources/kind/form-field.ts'

/** What every control of a form field is given. */
export interface ControlProps {
  readonly id: string
  readonly describedBy: string | undefined
  readonly document: DesignDocument
  readonly owner: LogicalId
  readonly kind: FieldKind
  /** Of the field, for controls that have a name of their own. */
  readonly label?: string
  readonly value: unknown
  /** Of the value in the design, for lists: what leads to a part of one finds it. */
  readonly place?: Path
  readonly placeholder?: string | undefined
  /** `undefined` removes the field. */
  readonly onChange: (value: unknown) => void
}

/** The place of a part of a value, as a row of the form carries it; undefined where the value has no place. */
export const placeIn = (place: Path | undefined, ...steps: Path): string | undefined =>
  place && toPointer([...place, ...steps])
