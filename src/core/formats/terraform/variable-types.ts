/**
 * Values of variables as Terraform reads them: by the declared type
 * (https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-primitive-types).
 */
import { isExpression } from '#core/model/field.ts'
import { asSet, marked } from './collections.ts'
import type { HclExpression } from './hcl-syntax.ts'
import type { ObjectField, TypeConstraint } from './type-constraint.ts'
import { type Fields, isFields, type Value } from './value.ts'

type Evaluate = (expression: HclExpression) => Value
type Of<K extends TypeConstraint['kind']> = Extract<TypeConstraint, { kind: K }>

/** Terraform turns a text into a number or a truth value, and the reverse; what it refuses stays as it is written. */
function primitive(kind: 'string' | 'number' | 'bool', value: Value): Value {
  if (kind === 'string')
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof value !== 'string') return value
  if (kind === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
  return value === 'true' ? true : value === 'false' ? false : value
}

/** A field that is left out says null, or what the type says for it; those that the type does not name are dropped. */
function object({ fields }: Of<'object'>, value: Fields, evaluate: Evaluate): Value {
  const field = (name: string, { type, isOptional, fallback }: ObjectField): Value | undefined => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    if (given !== undefined && (given !== null || !fallback)) return converted(given, type, evaluate)
    if (fallback) return converted(evaluate(fallback), type, evaluate)
    return isOptional ? null : undefined
  }
  const known = [...fields].map(([name, own]) => [name, field(name, own)] as const)
  // Terraform refuses a value that lacks a field; what it says stays as it is written.
  if (known.some(([, own]) => own === undefined)) return value
  return Object.fromEntries(known) as Fields
}

function collection(type: Of<'list' | 'set' | 'map'>, value: Value, evaluate: Evaluate): Value {
  if (Array.isArray(value) && type.kind !== 'map') {
    const items = value.map((item) => converted(item, type.of, evaluate))
    return type.kind === 'set' ? (asSet(items) ?? value) : marked(items, 'list')
  }
  if (!isFields(value) || type.kind !== 'map') return value
  const entries = Object.entries(value).map(([key, item]) => [key, converted(item, type.of, evaluate)])
  return marked(Object.fromEntries(entries) as Fields, 'map')
}

export function converted(value: Value, type: TypeConstraint, evaluate: Evaluate): Value {
  if (value === null || isExpression(value)) return value
  switch (type.kind) {
    case 'any':
      return value
    case 'list':
    case 'set':
    case 'map':
      return collection(type, value, evaluate)
    case 'tuple':
      return Array.isArray(value)
        ? value.map((item, index) => converted(item, type.items[index] ?? { kind: 'any' }, evaluate))
        : value
    case 'object':
      return isFields(value) ? object(type, value, evaluate) : value
    default:
      return primitive(type.kind, value)
  }
}

/**
 * What a person gives for a variable: a text as it is, for every other type an expression
 * (https://developer.hashicorp.com/terraform/language/values/variables#complex-typed-values).
 */
export function givenValue(
  given: string,
  { kind }: TypeConstraint,
  evaluated: (source: string) => Value | undefined,
): Value {
  const isExpression = /^\s*[[{"]/.test(given)
  if ((kind === 'any' || kind === 'string') && !isExpression) return given
  return evaluated(given) ?? given
}

/** A plain value as `givenValue` takes it. */
export const asGiven = (value: Value): string => {
  if (typeof value === 'string') return /^\s*[[{"]/.test(value) ? JSON.stringify(value) : value
  return JSON.stringify(value)
}
