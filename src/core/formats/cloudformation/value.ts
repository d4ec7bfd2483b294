/** What evaluation gives, and how it is looked at. */
import { type Expression, isRef, isUnknown } from '#core/model/field.ts'

/** A value after evaluation; `undefined` is `AWS::NoValue`. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Expression
  | Value[]
  | { [key: string]: Value }
  | undefined

export const isText = (value: Value): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** True where nothing may be said in the end: a branch of a condition is `AWS::NoValue`. */
export const mayBeAbsent = (value: Value): boolean =>
  value === undefined || (isUnknown(value) && value.mayBeAbsent === true)

/** The resources that a value names. */
export function refsIn(value: Value): string[] {
  if (isRef(value)) return [value.ref]
  if (isUnknown(value)) return [...(value.refs ?? [])]
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(refsIn)
  return []
}

/** True where nothing in a value is left to the deployment. */
export function isPlain(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined
  if (isRef(value) || isUnknown(value)) return false
  return Object.values(value).every(isPlain)
}
