/**
 * What sort of collection a value is. Terraform tells lists, sets and maps, whose items have one type, from what
 * brackets and braces say by themselves (https://developer.hashicorp.com/terraform/language/expressions/types).
 */
import { isSame } from '#core/formats/same.ts'
import type { HclExpression } from './hcl-syntax.ts'
import { isFields, isPlain, textOf, type Value } from './value.ts'

type Sort = 'list' | 'set' | 'map'
const sorts = new WeakMap<object, Sort>()

export const marked = <T extends Value & object>(value: T, sort: Sort): T => {
  sorts.set(value, sort)
  return value
}
export const sortOf = (value: Value): Sort | undefined =>
  typeof value === 'object' && value !== null ? sorts.get(value) : undefined

const isScalar = (value: Value) => typeof value !== 'object'

/** Items of one type: texts where a text is among numbers and truth values. */
export function unified(items: readonly Value[]): Value[] {
  const said = items.filter((item) => item !== null)
  const isMixed = said.every(isScalar) && new Set(said.map((item) => typeof item)).size > 1
  return isMixed ? items.map((item) => (item === null ? null : textOf(item))) : [...items]
}

export const distinct = (items: readonly Value[]): Value[] =>
  items.filter((item, index) => items.findIndex((other) => isSame(other, item)) === index)

/** Members are counted only where they are known to differ. */
export const unlike = (items: readonly Value[]): Value[] | undefined =>
  items.length < 2 ? [...items] : items.every(isPlain) ? distinct(items) : undefined

const inOrder = (one: Value, other: Value): number => {
  const isNumbers = typeof one === 'number' && typeof other === 'number'
  const [a, b] = isNumbers ? [one, other] : [String(one), String(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** A set in Terraform's order, which is known of texts, numbers and truth values. */
export function asSet(items: readonly Value[]): Value[] | undefined {
  const members = unlike(unified(items))
  if (!members) return undefined
  return marked(members.every(isScalar) ? members.toSorted(inOrder) : members, 'set')
}

/** A list or a tuple alone has places by number. */
export const asList = (items: readonly Value[]): Value[] => marked(unified(items), 'list')

/** The items of a collection with their keys, each of a set its own; undefined where a run decides them. */
export function itemsOf(value: Value): readonly (readonly [key: Value, item: Value])[] | undefined {
  if (Array.isArray(value))
    return sortOf(value) === 'set' ? value.map((item) => [item, item]) : [...value.entries()]
  return isFields(value) ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : undefined
}

/** Brackets and braces by themselves, whose items have types of their own. */
const isLiteral = ({ kind }: HclExpression): boolean => kind === 'list' || kind === 'object' || kind === 'for'
const holdsCollection = (value: object) =>
  Object.values(value).some((item) => typeof item === 'object' && item !== null)

type Written = { readonly left: HclExpression; readonly right: HclExpression }

/** Whether two collections of the same contents are of one type; undefined where a type is not known. */
function isOneType(left: object, right: object, written: Written): boolean | undefined {
  const [a, b] = [sorts.get(left), sorts.get(right)]
  if (a !== undefined && b !== undefined && a !== b) return false
  if (holdsCollection(left)) return undefined
  if (a !== undefined && b !== undefined) return true
  if (a === b) return isLiteral(written.left) && isLiteral(written.right) ? true : undefined
  return isLiteral(a === undefined ? written.left : written.right) ? false : undefined
}

/** Values of two types are never equal: `var.names == []` is false for every list. */
export function areEqual(left: Value, right: Value, written: Written): boolean | undefined {
  if (!isSame(left, right)) return false
  const isCollection =
    typeof left === 'object' && left !== null && typeof right === 'object' && right !== null
  return isCollection ? isOneType(left, right, written) : true
}
