/** The parts of a stack around its resources: parameters, mappings, conditions, outputs, and what else a template has. */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { tableOf } from '#core/ground/names.ts'
import { dataText } from './expression-text.ts'
import { isCall, isMap, type Naming, propsText, quoted } from './text.ts'
import type { ValueText } from './value-text.ts'

export const indent = '    '

/** What a part of the program is written with. */
export interface Writing {
  readonly values: ValueText
  readonly naming: Naming
}

/** Parts of a template that the library has no construct for, as they stand. */
export const partHelper = `/** A part of the template as it stands. */
class TemplatePart extends cdk.CfnElement {
  private readonly part: object;

  constructor(scope: Construct, id: string, part: object) {
    super(scope, id);
    this.part = part;
  }

  /** @internal */
  _toCloudFormation(): object {
    return this.part;
  }
}

`

export const partText = (
  section: string,
  id: string | undefined,
  tree: Tree,
  { naming }: Writing,
): string => {
  const part = id === undefined ? tree : { [id]: tree }
  const name = naming.construct((id ?? section).replace(/[^A-Za-z0-9]/g, ''), section)
  return `${indent}new TemplatePart(this, ${quoted(name)}, { ${section}: ${dataText(part, indent)} });`
}

/** `new cdk.CfnOutput(this, 'Url', {…})`; with the template's id where another thing of the stack has the name. */
function elementText(
  name: string,
  id: string,
  props: string,
  { naming, kind, variable }: { naming: Naming; kind: string; variable?: string },
): string {
  const construct = naming.construct(id, kind)
  const made = `new cdk.${name}(this, ${quoted(construct)}${props === '' ? '' : `, ${props}`})`
  const rename = construct === id ? '' : `.overrideLogicalId(${quoted(id)})`
  if (variable === undefined) return `${indent}${made}${rename};`
  const renamed = rename === '' ? '' : `\n${indent}${variable}${rename};`
  return `${indent}const ${variable} = ${made};${renamed}`
}

const parameterProps: Readonly<Record<string, 'text' | 'texts' | 'number' | 'boolean' | 'any'>> = tableOf({
  Type: 'text',
  Default: 'any',
  Description: 'text',
  AllowedPattern: 'text',
  AllowedValues: 'texts',
  ConstraintDescription: 'text',
  MinLength: 'number',
  MaxLength: 'number',
  MinValue: 'number',
  MaxValue: 'number',
  NoEcho: 'boolean',
})
function parameterProp(kind: string | undefined, value: Tree): string | undefined {
  if (kind === 'texts' && Array.isArray(value))
    return `[${value.map((item) => quoted(String(item))).join(', ')}]`
  if (typeof value === 'object') return undefined
  if (kind === 'text') return quoted(String(value))
  if (kind === 'number') return Number.isFinite(Number(value)) ? String(Number(value)) : undefined
  if (kind === 'boolean')
    return String(value) === 'true' ? 'true' : String(value) === 'false' ? 'false' : undefined
  return kind === 'any' ? dataText(value, indent) : undefined
}

export function parameterText(id: string, declaration: Tree, writing: Writing): string {
  const entries = Object.entries(isMap(declaration) ? declaration : {})
  const props = entries.flatMap(([name, value]): [string, string | undefined][] =>
    name === 'Type' && value === 'String'
      ? []
      : [[`${name[0]?.toLowerCase()}${name.slice(1)}`, parameterProp(parameterProps[name], value)]],
  )
  const known = props.flatMap(([name, code]) => (code === undefined ? [] : [[name, code] as const]))
  if (known.length < props.length) return partText('Parameters', id, declaration, writing)
  const text = known.length === 0 ? '' : propsText(known, indent)
  return elementText('CfnParameter', id, text, { ...writing, kind: 'Parameter' })
}

export const mappingText = (id: string, mapping: Tree, { naming }: Writing): string =>
  elementText('CfnMapping', id, propsText([['mapping', dataText(mapping, `${indent}  `)]], indent), {
    naming,
    kind: 'Mapping',
  })

const logical: Readonly<Record<string, string>> = tableOf({
  'Fn::And': 'conditionAnd',
  'Fn::Or': 'conditionOr',
  'Fn::Not': 'conditionNot',
})

/** Conditions in an order in which each stands behind those that it names. */
export class Conditions {
  /** The variables of those that are written already. */
  readonly variables = new Map<string, string>()
  private readonly open = new Set<string>()
  private readonly declared: TreeMap
  private readonly writing: Writing
  private readonly lines: string[] = []

  constructor(declared: TreeMap, writing: Writing) {
    this.declared = declared
    this.writing = writing
  }

  texts(): readonly string[] {
    for (const id of Object.keys(this.declared)) this.declare(id)
    return this.lines
  }

  private declare(id: string): string | undefined {
    const known = this.variables.get(id)
    if (known !== undefined || this.open.has(id) || !Object.hasOwn(this.declared, id)) return known
    this.open.add(id)
    const expression = this.expression(this.declared[id] ?? null)
    const variable = this.writing.naming.variable(id)
    const props = propsText([['expression', expression]], indent)
    this.lines.push(elementText('CfnCondition', id, props, { ...this.writing, kind: 'Condition', variable }))
    this.variables.set(id, variable)
    return variable
  }

  private expression(tree: Tree): string {
    return this.call(tree) ?? `cdk.Token.asAny(${dataText(tree, `${indent}  `)})`
  }

  private call(tree: Tree): string | undefined {
    const [[name = '', argument = null] = [], ...others] = isMap(tree) ? Object.entries(tree) : []
    if (others.length > 0) return undefined
    if (name === 'Condition' && typeof argument === 'string') return this.declare(argument)
    if (!Array.isArray(argument)) return undefined
    if (name === 'Fn::Equals' && argument.length === 2)
      return `cdk.Fn.conditionEquals(${argument.map((side) => this.side(side)).join(', ')})`
    const count = argument.length
    const isWhole = name === 'Fn::Not' ? count === 1 : count >= 2 && count <= 10
    const call = isWhole ? logical[name] : undefined
    return call === undefined
      ? undefined
      : `cdk.Fn.${call}(${argument.map((part) => this.expression(part)).join(', ')})`
  }

  private side(tree: Tree): string {
    return isMap(tree) && isCall(tree)
      ? this.writing.values.expressions.call(tree, 'string', indent)
      : dataText(tree, indent)
  }
}

export function outputText(
  id: string,
  output: Tree,
  { conditions, ...writing }: Writing & { conditions: ReadonlyMap<string, string> },
): string {
  const {
    Value: value = null,
    Description: description,
    Export: exported,
    Condition: condition,
    ...more
  } = isMap(output) ? output : {}
  const { text } = writing.values.expressions
  const name = isMap(exported) && Object.keys(exported).length === 1 ? (exported['Name'] ?? null) : null
  const codes: [string, string | undefined][] = [
    ...(description !== undefined
      ? [['description', text(description)] as [string, string | undefined]]
      : []),
    ['value', typeof value === 'number' ? quoted(String(value)) : text(value)],
    ...(exported !== undefined ? [['exportName', text(name)] as [string, string | undefined]] : []),
    ...(condition !== undefined
      ? [['condition', conditions.get(String(condition))] as [string, string | undefined]]
      : []),
  ]
  const known = codes.flatMap(([prop, code]) => (code === undefined ? [] : [[prop, code] as const]))
  if (known.length < codes.length || Object.keys(more).length > 0)
    return partText('Outputs', id, output, writing)
  return elementText('CfnOutput', id, propsText(known, indent), { ...writing, kind: 'Output' })
}

/** What stands at the head of a template, set on the stack. */
export function optionLines(template: TreeMap): string[] {
  const {
    AWSTemplateFormatVersion: version,
    Description: description,
    Transform: transform,
    Metadata: metadata,
  } = template
  const option = (name: string, tree: Tree) =>
    `${indent}this.templateOptions.${name} = ${dataText(tree, indent)};`
  const transforms = transform === undefined ? undefined : [transform].flat()
  return [
    ...(version === undefined ? [] : [option('templateFormatVersion', String(version))]),
    ...(typeof description === 'string' ? [option('description', description)] : []),
    ...(transforms?.every((each) => typeof each === 'string') ? [option('transforms', transforms)] : []),
    ...(isMap(metadata) ? [option('metadata', metadata)] : []),
  ]
}
