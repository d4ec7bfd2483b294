/** Terraform's operators, by how strongly they bind (https://developer.hashicorp.com/terraform/language/expressions/operators). */
import { isSame } from '#core/formats/same.ts'

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }
type Operation = (left: Plain, right: Plain) => boolean | number | undefined

/** Terraform reads a text as a number where it is one; null and everything else it refuses. */
const asNumber = (value: Plain): number => {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}
/** Terraform counts with more digits than a number has here, so what is beyond them is not shown. */
const rounded = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))
/** A text is a truth value where it says one. */
export const asTruth = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}
const numeric =
  (apply: (left: number, right: number) => number | boolean): Operation =>
  (left, right) => {
    const [a, b] = [asNumber(left), asNumber(right)]
    if (Number.isNaN(a) || Number.isNaN(b)) return undefined
    const result = apply(a, b)
    if (typeof result === 'boolean') return result
    return Number.isFinite(result) ? rounded(result) : undefined
  }
const logical =
  (apply: (left: boolean, right: boolean) => boolean): Operation =>
  (left, right) => {
    const [a, b] = [asTruth(left), asTruth(right)]
    return a === undefined || b === undefined ? undefined : apply(a, b)
  }

export interface Operator {
  readonly sign: string
  readonly strength: number
  readonly apply: Operation
  /** The side that decides by itself, whatever the other is. */
  readonly settles?: boolean
}
/** Longer signs first: `<=` is not `<`. */
export const operators: readonly Operator[] = [
  { sign: '||', strength: 1, settles: true, apply: logical((a, b) => a || b) },
  { sign: '&&', strength: 2, settles: false, apply: logical((a, b) => a && b) },
  { sign: '==', strength: 3, apply: (a, b) => isSame(a, b) },
  { sign: '!=', strength: 3, apply: (a, b) => !isSame(a, b) },
  { sign: '<=', strength: 4, apply: numeric((a, b) => a <= b) },
  { sign: '>=', strength: 4, apply: numeric((a, b) => a >= b) },
  { sign: '<', strength: 4, apply: numeric((a, b) => a < b) },
  { sign: '>', strength: 4, apply: numeric((a, b) => a > b) },
  { sign: '+', strength: 5, apply: numeric((a, b) => a + b) },
  { sign: '-', strength: 5, apply: numeric((a, b) => a - b) },
  { sign: '*', strength: 6, apply: numeric((a, b) => a * b) },
  { sign: '/', strength: 6, apply: numeric((a, b) => a / b) },
  { sign: '%', strength: 6, apply: numeric((a, b) => a % b) },
]
