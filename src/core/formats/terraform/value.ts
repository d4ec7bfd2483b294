import type { Ref, Unknown } from '#core/model/field.ts'
import { isExpression } from '#core/model/field.ts'

/** What an expression of Terraform gives. */
export type Value = null | boolean | number | string | Ref | Unknown | Value[] | { [key: string]: Value }
export type Fields = { [key: string]: Value }

/** A number, a text or a truth value as text: numbers are never written with an exponent. */
export const textOf = (value: Value): string =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : String(value)

export const texts = (values: readonly Value[]): string[] | undefined =>
  values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))
    ? values.map(textOf)
    : undefined

export const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value)

/** True where nothing in a value is left to the deployment. */
export const isPlain = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return true
  return !isExpression(value) && Object.values(value).every(isPlain)
}

/** True where a value may turn out to be null, which says nothing. */
export const mayBeNull = (value: Value): boolean =>
  value === null || (isFields(value) ? false : typeof value === 'object' && 'mayBeAbsent' in value)
