/** What a variable's `type` asks for (https://developer.hashicorp.com/terraform/language/expressions/type-constraints). */
import type { HclExpression } from './hcl-syntax.ts'

export type TypeConstraint =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: TypeConstraint }
  | { readonly kind: 'tuple'; readonly items: readonly TypeConstraint[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, ObjectField> }

export interface ObjectField {
  readonly type: TypeConstraint
  readonly isOptional: boolean
  /** What holds where the field is left out. */
  readonly fallback?: HclExpression
}

const any: TypeConstraint = { kind: 'any' }

/** The older spelling is the name in quotes, or a collection without what it holds. */
function named(name: string): TypeConstraint {
  if (name === 'string' || name === 'number' || name === 'bool') return { kind: name }
  return name === 'list' || name === 'set' || name === 'map' ? { kind: name, of: any } : any
}

function fieldOf(expression: HclExpression): ObjectField {
  if (expression.kind !== 'call' || expression.name !== 'optional')
    return { type: typeConstraint(expression), isOptional: false }
  const [type, fallback] = expression.arguments
  return { type: typeConstraint(type), isOptional: true, ...(fallback && { fallback }) }
}

const nameOf = (key: HclExpression): string | undefined =>
  key.kind === 'traversal' ? key.root : key.kind === 'literal' ? String(key.value) : undefined

function objectOf(inside: HclExpression | undefined): TypeConstraint {
  if (inside?.kind !== 'object') return any
  const fields = inside.entries.flatMap(([key, value]) => {
    const name = nameOf(key)
    return name === undefined ? [] : [[name, fieldOf(value)] as const]
  })
  return { kind: 'object', fields: new Map(fields) }
}

/** Anything where there is no type, or none that is known. */
export function typeConstraint(expression: HclExpression | undefined): TypeConstraint {
  if (expression?.kind === 'traversal') return named(expression.root)
  if (expression?.kind === 'literal') return named(String(expression.value))
  if (expression?.kind !== 'call') return any
  const [inside] = expression.arguments
  const { name } = expression
  if (name === 'list' || name === 'set' || name === 'map') return { kind: name, of: typeConstraint(inside) }
  if (name === 'object') return objectOf(inside)
  if (name === 'tuple' && inside?.kind === 'list')
    return { kind: 'tuple', items: inside.items.map((item) => typeConstraint(item)) }
  return any
}
