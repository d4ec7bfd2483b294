/**
 * A value of the document is either plain, or one of the two expressions below.
 * Invariant: an expression is never a made-up string. Whoever reads a field decides what an expression means
 * to it: a rule says nothing about an unknown, the trace uses `like` as a stand-in and says so.
 */

/** A resource of the same design; `attribute` where one output of it is meant (CloudFormation's `Fn::GetAtt`). */
export interface Ref {
  /** Its logical ID. */
  readonly ref: string
  readonly attribute?: string
}

/** A value that only the deployment decides: a parameter without default, an import, an undecidable condition. */
export interface Unknown {
  /** The expression as a person reads it: `!ImportValue site-bucket`. */
  readonly unknown: string
  /** The expression in the source's own (JSON) form, written out again by the format that read it. */
  readonly expression: Json
  /** A value of the same shape, for recognising the kind of host and for the trace; never exported. */
  readonly like?: string
  /** The deployment may decide that nothing is said: one branch is null or `AWS::NoValue`. */
  readonly mayBeAbsent?: boolean
  /** Logical IDs of the design's resources that the expression names. */
  readonly refs?: readonly string[]
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }
export type Expression = Ref | Unknown
export type Field<T> = T | Expression

export const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && typeof (value as { ref?: unknown }).ref === 'string'

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { unknown?: unknown }).unknown === 'string' &&
  'expression' in value

export const isExpression = (value: unknown): value is Expression => isRef(value) || isUnknown(value)

/** True where a field says something whatever the deployment decides, though perhaps not yet what. */
export const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(isUnknown(value) && value.mayBeAbsent === true)

/** The plain value, or undefined where the field is absent or an expression. */
export const known = <T>(value: T): Exclude<T, Expression | undefined> | undefined =>
  isExpression(value) ? undefined : (value as Exclude<T, Expression | undefined>)

/** The items of a list that are plain; absent lists and unknown lists are empty. */
export const knownItems = <T>(
  list: readonly T[] | Expression | undefined,
): Exclude<T, Expression | undefined>[] =>
  Array.isArray(list)
    ? list.filter(
        (item): item is Exclude<T, Expression | undefined> => item !== undefined && !isExpression(item),
      )
    : []

/** True where nothing in a list is left to the deployment, so that its length and members can be judged. */
export const isWhollyKnown = (list: readonly unknown[] | Expression | undefined): boolean =>
  list === undefined || (Array.isArray(list) && !list.some(isExpression))
