/** Terraform's operators, by how strongly they bind (https://developer.hashicorp.com/terraform/language/expressions/operators). */
import { isSame } from '#core/formats/same.ts'

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }
type Operation = (left: Plain, right: Plain) => Plain | undefined

const numeric =
  (apply: (left: number, right: number) => number | boolean): Operation =>
  (left, right) => {
    const [a, b] = [Number(left), Number(right)]
    const result = typeof left === 'object' || typeof right === 'object' ? Number.NaN : apply(a, b)
    return Number.isNaN(a) || Number.isNaN(b) || result === Number.POSITIVE_INFINITY ? undefined : result
  }
const logical =
  (apply: (left: boolean, right: boolean) => boolean): Operation =>
  (left, right) =>
    typeof left === 'boolean' && typeof right === 'boolean' ? apply(left, right) : undefined

export interface Operator {
  readonly sign: string
  readonly strength: number
  readonly apply: Operation
}
/** Longer signs first: `<=` is not `<`. */
export const operators: readonly Operator[] = [
  { sign: '||', strength: 1, apply: logical((a, b) => a || b) },
  { sign: '&&', strength: 2, apply: logical((a, b) => a && b) },
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
