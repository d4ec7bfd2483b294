/** CloudFormation's functions as a CDK program calls them, each giving the very same function in the template. */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { tableOf } from '#core/ground/names.ts'
import { isCall, isMap, keyText, listText, quoted } from './text.ts'

/** What TypeScript wants where a value is an expression. */
export type Wanted = 'string' | 'number' | 'list' | 'any'

/** What a reference to a construct's output is called where the construct has a name in the program: by its JSON. */
export type Outputs = ReadonlyMap<string, string>

const pseudo: Readonly<Record<string, string>> = tableOf({
  'AWS::AccountId': 'cdk.Aws.ACCOUNT_ID',
  'AWS::Partition': 'cdk.Aws.PARTITION',
  'AWS::Region': 'cdk.Aws.REGION',
  'AWS::StackId': 'cdk.Aws.STACK_ID',
  'AWS::StackName': 'cdk.Aws.STACK_NAME',
  'AWS::URLSuffix': 'cdk.Aws.URL_SUFFIX',
})

/** JSON as it stands, expressions included. */
export function dataText(tree: Tree, indent: string): string {
  if (typeof tree === 'string') return quoted(tree)
  if (Array.isArray(tree))
    return listText(
      tree.map((item) => dataText(item, `${indent}  `)),
      indent,
    )
  if (!isMap(tree)) return String(tree)
  const pairs = Object.entries(tree).map(([key, item]) => `${keyText(key)}: ${dataText(item, indent)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

type Calls = Readonly<
  Record<string, (argument: Tree, text: (tree: Tree) => string | undefined) => string | undefined>
>
const isTextList = (tree: Tree | undefined): tree is string[] =>
  Array.isArray(tree) && tree.every((item) => typeof item === 'string')
const all = (items: readonly (string | undefined)[]): string | undefined =>
  items.includes(undefined) ? undefined : items.join(', ')

/** The library joins neighbours that are plain texts itself, and lists within lists. */
const staysAsItIs = (separator: string, items: readonly Tree[]) =>
  items.length > 1 &&
  items.every((item, index) => {
    const inner = isMap(item) ? item['Fn::Join'] : undefined
    if (Array.isArray(inner) && inner[0] === separator) return false
    return typeof item !== 'string' || typeof items[index + 1] !== 'string'
  })

/** By the function's name: what gives it as a text; undefined where the library would write it otherwise. */
const calls: Calls = {
  Ref: (name) => (typeof name === 'string' ? (pseudo[name] ?? `cdk.Fn.ref(${quoted(name)})`) : undefined),
  'Fn::GetAtt': (path) => {
    if (!isTextList(path) || path.length !== 2) return undefined
    return `cdk.Fn.getAtt(${path.map(quoted).join(', ')}).toString()`
  },
  'Fn::Sub': (argument, text) => {
    if (typeof argument === 'string') return `cdk.Fn.sub(${quoted(argument)})`
    const [template, values] = Array.isArray(argument) ? argument : []
    if (typeof template !== 'string' || !isMap(values)) return undefined
    const given = Object.entries(values).map(([key, value]) => {
      const code = text(value)
      return code === undefined ? undefined : `${keyText(key)}: ${code}`
    })
    const pairs = all(given)
    return pairs === undefined ? undefined : `cdk.Fn.sub(${quoted(template)}, { ${pairs} })`
  },
  'Fn::Join': (argument, text) => {
    const [separator, items] = Array.isArray(argument) ? argument : []
    if (typeof separator !== 'string' || !Array.isArray(items) || !staysAsItIs(separator, items))
      return undefined
    const codes = all(items.map(text))
    return codes === undefined ? undefined : `cdk.Fn.join(${quoted(separator)}, [${codes}])`
  },
  'Fn::Select': (argument, text) => {
    const [index, from] = Array.isArray(argument) ? argument : []
    const split = isMap(from) ? from['Fn::Split'] : undefined
    const [separator, of] = Array.isArray(split) ? split : []
    if (typeof index !== 'number' || typeof separator !== 'string' || !isMap(of) || !isCall(of))
      return undefined
    const code = text(of)
    return code === undefined
      ? undefined
      : `cdk.Fn.select(${index}, cdk.Fn.split(${quoted(separator)}, ${code}))`
  },
  'Fn::ImportValue': (name, text) => {
    const code = text(name)
    return code === undefined ? undefined : `cdk.Fn.importValue(${code})`
  },
  'Fn::FindInMap': (path, text) => {
    const codes = Array.isArray(path) && path.length === 3 ? all(path.map(text)) : undefined
    return codes === undefined ? undefined : `cdk.Fn.findInMap(${codes})`
  },
}

const conditional = (tree: TreeMap, indent: string): string | undefined => {
  const [condition, ...branches] = Array.isArray(tree['Fn::If']) ? tree['Fn::If'] : []
  if (typeof condition !== 'string' || branches.length !== 2) return undefined
  return `cdk.Fn.conditionIf(${[quoted(condition), ...branches.map((branch) => dataText(branch, indent))].join(', ')})`
}

export class ExpressionText {
  private readonly outputs: Outputs

  constructor(outputs: Outputs) {
    this.outputs = outputs
  }

  /** A text, or a call that gives one; undefined for anything else. */
  readonly text = (tree: Tree): string | undefined => {
    if (typeof tree === 'string') return quoted(tree)
    return isMap(tree) && isCall(tree) ? this.call(tree, 'string', '') : undefined
  }

  call(tree: TreeMap, wanted: Wanted, indent: string): string {
    const [name = '', argument = null] = Object.entries(tree)[0] ?? []
    const token = conditional(tree, indent)
    if (wanted === 'any') return token ?? `cdk.Token.asAny(${dataText(tree, indent)})`
    if (wanted === 'number') return `cdk.Token.asNumber(${token ?? dataText(tree, indent)})`
    if (wanted === 'list') return `cdk.Token.asList(${token ?? dataText(tree, indent)})`
    const own = this.outputs.get(JSON.stringify(tree))
    if (own !== undefined) return own
    if (token !== undefined) return `${token}.toString()`
    const said = Object.hasOwn(calls, name) ? calls[name]?.(argument, this.text) : undefined
    return said ?? `cdk.Token.asString(${dataText(tree, indent)})`
  }
}
