/** Values of a template as TypeScript for the CDK. */
import type { SchemaField, SchemaFields } from '#core/formats/schemas/schema.ts'
import type { Tree } from '#core/formats/tree.ts'
import { dataText, ExpressionText, type Outputs, type Wanted } from './expression-text.ts'
import { camelCase, isCall, isMap, keyText, listText, quoted } from './text.ts'

const isNumber = ({ type }: SchemaField) => type === 'number' || type === 'integer'

function wantedBy(field: SchemaField): Wanted {
  const { type = 'string', list } = field
  if (type === 'string') return list === true ? 'list' : 'string'
  return isNumber(field) && list !== true ? 'number' : 'any'
}

/** True where the library's types take a value: they have no other fields, and ask for those that are required. */
export function fits(tree: Tree, field: SchemaField): boolean {
  if (isCall(tree)) return true
  const { type = 'string', list, fields } = field
  if (list === true) return Array.isArray(tree) && tree.every((item) => fits(item, { ...field, list: false }))
  if (type === 'string' || type === 'boolean') return typeof tree === type
  if (isNumber(field)) return typeof tree === 'number'
  if (!fields) return true
  return isMap(tree) && fitsAll(tree, fields)
}

export const fitsAll = (tree: { readonly [name: string]: Tree }, fields: SchemaFields): boolean =>
  Object.entries(tree).every(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field !== undefined && fits(value, field)
  }) && Object.entries(fields).every(([name, { required }]) => required !== true || Object.hasOwn(tree, name))

export class ValueText {
  readonly expressions: ExpressionText

  /** `outputs`: by the JSON of an expression. */
  constructor(outputs: Outputs) {
    this.expressions = new ExpressionText(outputs)
  }

  /** A structure of the CDK's own: fields are renamed, and expressions have the types that it wants. */
  typed(tree: Tree, field: SchemaField, indent: string): string {
    const inner = `${indent}  `
    if (isMap(tree) && isCall(tree)) return this.expressions.call(tree, wantedBy(field), indent)
    if (Array.isArray(tree))
      return listText(
        tree.map((item) => this.typed(item, { ...field, list: false }, inner)),
        indent,
      )
    const { fields } = field
    if (!fields || !isMap(tree)) return dataText(tree, indent)
    const lines = Object.entries(tree).map(
      ([key, value]) =>
        `${inner}${keyText(camelCase(key))}: ${this.typed(value, fields[key] ?? {}, inner)},\n`,
    )
    return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`
  }

  /** A structure in CloudFormation's words. */
  plain(tree: Tree, indent: string): string {
    const inner = `${indent}  `
    if (typeof tree === 'string') return quoted(tree)
    if (Array.isArray(tree))
      return listText(
        tree.map((item) => this.plain(item, inner)),
        indent,
      )
    if (!isMap(tree)) return String(tree)
    if (isCall(tree)) return this.expressions.call(tree, 'string', indent)
    const lines = Object.entries(tree).map(
      ([key, value]) => `${inner}${keyText(key)}: ${this.plain(value, inner)},\n`,
    )
    return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`
  }
}
