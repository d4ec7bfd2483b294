/** What a function of Terraform gives for its arguments. */
import { texts, type Value } from './value.ts'

type Apply = (values: readonly Value[]) => Value | undefined
export interface TerraformFunction {
  /** Undefined where the arguments do not decide it. */
  readonly apply: Apply
  /** It puts values together without looking into them, so parts of them may be unknown. */
  readonly takesParts?: true
  /** What it gives may be null, since it is one of the arguments or a part of one. */
  readonly handsOn?: true
}

export const plain = (apply: Apply): TerraformFunction => ({ apply })
export const parts = (apply: Apply): TerraformFunction => ({ apply, takesParts: true })
export const handing = (apply: Apply): TerraformFunction => ({ apply, takesParts: true, handsOn: true })

/** A function of texts. */
export const text = (apply: (text: string, ...more: string[]) => Value | undefined): TerraformFunction =>
  plain((values) => {
    const [first, ...more] = texts(values) ?? []
    return first === undefined ? undefined : apply(first, ...more)
  })

/** A function whose first argument is a list. */
export const list =
  (apply: (items: Value[], ...more: Value[]) => Value | undefined): Apply =>
  ([first, ...more]) =>
    Array.isArray(first) ? apply(first, ...more) : undefined

/** A function of lists alone. */
export const lists =
  (apply: (...lists: Value[][]) => Value | undefined): Apply =>
  (values) =>
    values.every(Array.isArray) ? apply(...values) : undefined
