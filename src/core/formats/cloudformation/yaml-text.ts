/** Values as YAML, with CloudFormation's short tags. */
import { Document, isMap, isScalar, type Node, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml'
import type { Tree } from '#core/formats/tree.ts'
import { plainYaml, type YamlStyle } from './text-style.ts'

function shortForm(node: YAMLMap, document: Document): Node | undefined {
  const [pair] = node.items
  if (node.items.length !== 1 || !pair || !isScalar(pair.key)) return undefined
  const name = String(pair.key.value)
  if (name !== 'Ref' && name !== 'Condition' && !name.startsWith('Fn::')) return undefined
  if (name.startsWith('Fn::ForEach') || name === 'Fn::Transform') return undefined
  const argument = pair.value
  // A function as the argument of a short tag needs its own tag on the same node, which YAML does not have.
  if (isMap(argument) && argument.items.length === 1) return undefined
  const tagged =
    name === 'Fn::GetAtt' && argument instanceof YAMLSeq && argument.items.every(isScalar)
      ? new Scalar(argument.items.map((item) => (isScalar(item) ? String(item.value) : '')).join('.'))
      : (argument as Node)
  if (!tagged || (isScalar(tagged) && tagged.tag !== undefined)) return undefined
  const copy = isScalar(tagged) ? new Scalar(tagged.value) : (document.createNode(tagged) as Node)
  ;(copy as Scalar).tag = `!${name.replace('Fn::', '')}`
  return copy
}

function quoteTexts(document: Document, { quote, quotesKeys, quotesValues }: YamlStyle): void {
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value !== 'string' || node.value.includes('\n') || node.tag !== undefined) return
      if (key === 'key' ? quotesKeys : quotesValues) node.type = quote
    },
  })
}

function toNodes(value: Tree, flow: boolean, style: YamlStyle): Document {
  // CloudFormation reads YAML 1.1, where a plain `NO` is no text.
  const document = new Document(value, { version: '1.2', compat: 'yaml-1.1', aliasDuplicateObjects: false })
  visit(document, {
    Map: (_, node) => {
      if (flow) node.flow = true
    },
    Seq: (_, node) => {
      const isShort = node.items.every((item) => isScalar(item) && String(item.value).length < 24)
      if (flow || (isShort && node.items.length < 9)) node.flow = true
    },
  })
  const shorten = (node: unknown): unknown => {
    if (node instanceof YAMLMap) {
      for (const pair of node.items) pair.value = shorten(pair.value)
      return shortForm(node, document) ?? node
    }
    if (node instanceof YAMLSeq) node.items = node.items.map(shorten)
    return node
  }
  if (style.shortTags) document.contents = shorten(document.contents) as Document['contents']
  if (style.quotesKeys || style.quotesValues) quoteTexts(document, style)
  return document
}

export interface YamlOptions {
  readonly flow?: boolean
  /** Spaces before every line after the first. */
  readonly indent?: number
  readonly style?: YamlStyle
}

/** A value as YAML. Ends without a line break. */
export function toYaml(
  value: Tree,
  { flow = false, indent = 0, style = plainYaml }: YamlOptions = {},
): string {
  const text = toNodes(value, flow, style).toString({
    lineWidth: 0,
    indent: style.indent,
    indentSeq: style.indentSeq,
    singleQuote: style.quote === 'QUOTE_SINGLE',
    flowCollectionPadding: false,
  })
  const pad = ' '.repeat(indent)
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => (index > 0 && line !== '' ? pad + line : line))
    .join('\n')
}

/** A value as it stands behind `key:` in YAML, or in a flow collection. */
export function yamlValue(value: Tree, options: YamlOptions = {}): string {
  return options.flow
    ? toYaml([value], options).slice(1, -1)
    : toYaml({ k: value }, options).replace(/^(["']?)k\1:/, '')
}

/** A text in quotation marks of one kind. */
export function quotedYaml(text: string, quote: 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'): string {
  const scalar = new Scalar(text)
  scalar.type = quote
  return new Document(scalar).toString({ lineWidth: 0 }).trimEnd()
}
