/** Values of variables as Terraform reads them: by the declared type. */
import { markedAsSet, type Value } from './value.ts'

const bare = (type: string | undefined) => type?.replace(/^"(.*)"$/, '$1')

/** Terraform turns a text into a number or a truth value, and the reverse, where the type wants it. */
export function converted(value: Value, type: string | undefined): Value {
  const wanted = bare(type)
  if (Array.isArray(value) && wanted?.startsWith('set(')) return markedAsSet([...value])
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value)
  if (typeof value !== 'string') return value
  if (wanted === 'number')
    return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
  if (wanted === 'bool') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

/**
 * What a person gives for a variable: a text as it is, for every other type an expression
 * (https://developer.hashicorp.com/terraform/language/values/variables#complex-typed-values).
 */
export function givenValue(
  given: string,
  type: string | undefined,
  evaluated: (source: string) => Value | undefined,
): Value {
  const wanted = bare(type)
  const isExpression = /^\s*[[{"]/.test(given)
  if ((wanted === undefined || wanted === 'any' || wanted === 'string') && !isExpression) return given
  return converted(evaluated(given) ?? given, type)
}

/** A plain value as `givenValue` takes it. */
export const asGiven = (value: Value): string => {
  if (typeof value === 'string') return /^\s*[[{"]/.test(value) ? JSON.stringify(value) : value
  return JSON.stringify(value)
}
