import type { DesignDocument, LogicalId } from '#core/model/document.ts'
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
  readonly placeholder?: string | undefined
  /** `undefined` removes the field. */
  readonly onChange: (value: unknown) => void
}
