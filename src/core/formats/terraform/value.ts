import type { Ref, Unknown } from '#core/model/field.ts'
import { isExpression } from '#core/model/field.ts'

/** What an expression of Terraform gives. */
export type Value = null | boolean | number | string | Ref | Unknown | Value[] | { [key: string]: Value }
export type Fields = { [key: string]: Value }

export const texts = (values: readonly Value[]): string[] | undefined =>
  values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))
    ? values.map(String)
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

const sets = new WeakSet<Value[]>()
/** A list whose items are a set's: each is its own key where they are gone through. */
export const markedAsSet = (items: Value[]): Value[] => {
  sets.add(items)
  return items
}

/** The items of a collection with their keys; undefined where a run decides them. */
export function itemsOf(value: Value): readonly (readonly [key: Value, item: Value])[] | undefined {
  if (Array.isArray(value)) return sets.has(value) ? value.map((item) => [item, item]) : [...value.entries()]
  return isFields(value) ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : undefined
}
