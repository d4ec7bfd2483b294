/** https://developer.hashicorp.com/terraform/language/functions#numeric-functions */
import { list, plain, type TerraformFunction } from './terraform-function.ts'
import { texts, type Value } from './value.ts'

const number = (apply: (...numbers: number[]) => number): TerraformFunction =>
  plain((values) => {
    const result = apply(...(texts(values) ?? ['?']).map(Number))
    return values.length > 0 && Number.isFinite(result) ? result : undefined
  })

const tonumber = ([value]: readonly Value[]): Value | undefined => {
  if (value === null) return null
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

/** As many as Terraform makes at most. */
const maxRange = 1024
function range(values: readonly Value[]): Value | undefined {
  const numbers = texts(values)?.map(Number) ?? []
  if (numbers.length < 1 || numbers.length > 3 || !numbers.every(Number.isFinite)) return undefined
  const [start, end] = numbers.length === 1 ? [0, numbers[0] ?? 0] : [numbers[0] ?? 0, numbers[1] ?? 0]
  const step = numbers[2] ?? (start > end ? -1 : 1)
  const count = Math.ceil((end - start) / step)
  if (step === 0 || count > maxRange || (numbers.length === 3 && count < 0)) return undefined
  return Array.from({ length: Math.max(0, count) }, (_, index) => start + index * step)
}

export const numberFunctions: Readonly<Record<string, TerraformFunction>> = {
  max: number(Math.max),
  min: number(Math.min),
  abs: number(Math.abs),
  ceil: number(Math.ceil),
  floor: number(Math.floor),
  signum: number(Math.sign),
  range: plain(range),
  sum: plain(
    list((items) => {
      const numbers = items.map((item) => tonumber([item]))
      return numbers.length > 0 && numbers.every((one) => typeof one === 'number')
        ? numbers.reduce((sum, one) => sum + one, 0)
        : undefined
    }),
  ),
  tonumber: { ...plain(tonumber), handsOn: true },
}
