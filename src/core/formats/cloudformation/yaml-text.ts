/** Values as YAML, with CloudFormation's short tags. */
import { Document, isMap, isScalar, type Node, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml'
import type { Tree } from '#core/formats/text-tree.ts'

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

function toNodes(value: Tree, flow: boolean): Document {
  const document = new Document(value, { version: '1.2', aliasDuplicateObjects: false })
  visit(document, {
    Map: (_, node) => {
      if (flow) node.flow = true
    },
    Seq: (_, node) => {
      if (flow) node.flow = true
      if (
        node.items.every((item) => isScalar(item) && String(item.value).length < 24) &&
        node.items.length < 9
      )
        node.flow = true
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
  document.contents = shorten(document.contents) as Document['contents']
  return document
}

/** A value as YAML; every line after the first is indented by `indent` spaces. Ends without a line break. */
export function toYaml(value: Tree, { flow = false, indent = 0 } = {}): string {
  const text = toNodes(value, flow).toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: false })
  const pad = ' '.repeat(indent)
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => (index > 0 && line !== '' ? pad + line : line))
    .join('\n')
}
