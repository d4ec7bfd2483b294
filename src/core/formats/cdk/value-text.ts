/** Values of a template as TypeScript for the CDK. */
import type { Tree, TreeMap } from '#core/formats/text-tree.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKinds } from '#core/resources/index.ts'

export const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** `IPV6Enabled` → `ipv6Enabled`, as the CDK names CloudFormation's properties. */
export const camelCase = (name: string): string =>
  name
    .replace(/^IPV6/, 'Ipv6')
    .replace(
      /([A-Z])([A-Z]+)(?=[A-Z][a-z]|$|\d)/g,
      (_, first: string, rest: string) => first + rest.toLowerCase(),
    )
    .replace(/^[A-Z]/, (first) => first.toLowerCase())

export const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
const keyText = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key))

/** What TypeScript wants where a field's value is an expression. */
type Wanted = 'string' | 'number' | 'any'

/** By CloudFormation's name of a field; a name that stands for several kinds is taken as text. */
const wantedByName: ReadonlyMap<string, Wanted> = (() => {
  const found = new Map<string, Wanted>([['ResponseCode', 'number']])
  const visit = (shape: Shape): void => {
    if (shape.kind === 'list') visit(shape.of)
    if (shape.kind !== 'structure') return
    for (const [name, field] of Object.entries(shape.fields)) {
      const { shape: inner } = field
      const isText = inner.kind === 'scalar' && (inner.type === 'string' || inner.type === 'bytes')
      const isNumber = inner.kind === 'scalar' && inner.type === 'number'
      if (!found.has(field.cloudFormation ?? name))
        found.set(field.cloudFormation ?? name, isText ? 'string' : isNumber ? 'number' : 'any')
      visit(inner)
    }
  }
  for (const { config } of Object.values(resourceKinds)) visit(config)
  return found
})()

/** What a reference to a construct's output is called where the construct has a name in the program. */
export type Outputs = ReadonlyMap<string, string>

export class ValueText {
  private readonly outputs: Outputs

  /** `outputs`: by the JSON of an expression. */
  constructor(outputs: Outputs) {
    this.outputs = outputs
  }

  /** A structure of the CDK's own: fields are renamed. */
  typed(tree: Tree, indent: string): string {
    return this.text(tree, indent, camelCase, 'any')
  }

  /** A structure in CloudFormation's words. */
  plain(tree: Tree, indent: string): string {
    return this.text(tree, indent, (name) => name, 'string')
  }

  private call(tree: TreeMap, wanted: Wanted, indent: string): string {
    const own = this.outputs.get(JSON.stringify(tree))
    if (own !== undefined) return own
    const [name = '', argument = null] = Object.entries(tree)[0] ?? []
    if (wanted === 'number') return `cdk.Token.asNumber(${this.data(tree, indent)})`
    if (wanted === 'any') return `cdk.Token.asAny(${this.data(tree, indent)})`
    if (name === 'Ref') return `cdk.Fn.ref(${quoted(String(argument))})`
    if (name === 'Fn::Sub' && typeof argument === 'string') return `cdk.Fn.sub(${quoted(argument)})`
    if (
      name === 'Fn::GetAtt' &&
      Array.isArray(argument) &&
      argument.every((part) => typeof part === 'string')
    )
      return `cdk.Fn.getAtt(${argument.map((part) => quoted(String(part))).join(', ')}).toString()`
    return `cdk.Token.asString(${this.data(tree, indent)})`
  }

  /** JSON as it stands, expressions included. */
  private data(tree: Tree, indent: string): string {
    if (typeof tree === 'string') return quoted(tree)
    if (Array.isArray(tree))
      return list(
        tree.map((item) => this.data(item, `${indent}  `)),
        indent,
      )
    if (!isMap(tree)) return String(tree)
    const pairs = Object.entries(tree).map(([key, item]) => `${keyText(key)}: ${this.data(item, indent)}`)
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }

  private text(tree: Tree, indent: string, naming: (name: string) => string, wanted: Wanted): string {
    const inner = `${indent}  `
    if (typeof tree === 'string') return quoted(tree)
    if (Array.isArray(tree))
      return list(
        tree.map((item) => this.text(item, inner, naming, isMap(item) ? 'string' : wanted)),
        indent,
      )
    if (!isMap(tree)) return String(tree)
    if (isCall(tree)) return this.call(tree, wanted, indent)
    const entries = Object.entries(tree)
    if (entries.length === 0) return '{}'
    const lines = entries.map(([key, value]) => {
      const kind = naming === camelCase ? (wantedByName.get(key) ?? 'string') : 'string'
      return `${inner}${keyText(naming(key))}: ${this.text(value, inner, naming, kind)},\n`
    })
    return `{\n${lines.join('')}${indent}}`
  }
}

const isCall = (tree: TreeMap): boolean => {
  const [name, ...others] = Object.keys(tree)
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true)
}

function list(items: readonly string[], indent: string): string {
  if (items.length === 0) return '[]'
  const short = `[${items.join(', ')}]`
  return short.length < 80 && !short.includes('\n')
    ? short
    : `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`
}
