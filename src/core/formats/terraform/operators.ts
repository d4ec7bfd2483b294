/** Terraform's operators, by how strongly they bind (https://developer.hashicorp.com/terraform/language/expressions/operators). */
import { isSame } from '#core/formats/same.ts'

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }
type Operation = (left: Plain, right: Plain) => boolean | number | undefined

/** Terraform reads a text as a number where it is one; null and everything else it refuses. */
const asNumber = (value: Plain): number => {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}
const numeric =
  (apply: (left: number, right: number) => number | boolean): Operation =>
  (left, right) => {
    const [a, b] = [asNumber(left), asNumber(right)]
    if (Number.isNaN(a) || Number.isNaN(b)) return undefined
    const result = apply(a, b)
    return typeof result === 'boolean' || Number.isFinite(result) ? result : undefined
  }
const logical =
  (apply: (left: boolean, right: boolean) => boolean): Operation =>
  (left, right) =>
    typeof left === 'boolean' && typeof right === 'boolean' ? apply(left, right) : undefined

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
