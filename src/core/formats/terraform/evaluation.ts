import type { ReadOptions } from '#core/formats/format.ts'
import type { Unknown } from '#core/model/field.ts'
import type { HclExpression } from './hcl-syntax.ts'
import type { Value } from './value.ts'

/** Names that hold inside of a `for`, a `dynamic` block or a repeated resource. */
export type Names = ReadonlyMap<string, Value>

/** No text of an expression grows beyond this, in characters; what would is unknown. */
export const maxText = 1_000_000

/** An evaluation under way, as the kinds of expressions that have a file of their own see it. */
export interface Evaluation {
  readonly options: ReadOptions
  evaluate(expression: HclExpression): Value
  /** Evaluates with more names in sight. */
  within<T>(names: Names, evaluate: () => T): T
  /** An expression that only a run decides; it may be null where its value is handed on as it is. */
  undecided(expression: HclExpression, more?: Partial<Unknown>): Unknown
  /** A value, whether Terraform refuses the expression for certain, and whether a run has a say in that. */
  attempt(expression: HclExpression): { value: Value; refused: boolean; unsure: boolean }
  /** Work done outside of `evaluate`, in items, which counts against the same limit. */
  spend(items: number): void
}
