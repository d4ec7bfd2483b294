/** The headers that an edge function's code reads, sets and deletes by names that are written out. */
import type { AnyNode } from 'acorn'
import {
  type CodeTree,
  type FunctionNode,
  memberName,
  nodesIn,
  propertiesOf,
  propertyOf,
  returnedBy,
} from './code-tree.ts'

export interface HeaderUse {
  /** As it is written. */
  readonly name: string
  /** Of the event's request or response, or of a response that the function makes. */
  readonly of: 'request' | 'response' | 'generated'
  readonly how: 'read' | 'set' | 'delete'
  /** The name's own node, with its place in the code. */
  readonly key: AnyNode
}

type Member = Extract<AnyNode, { type: 'MemberExpression' }>

const headersPlace = (tree: CodeTree, node: AnyNode): 'request' | 'response' | undefined => {
  const place = tree.placeName(node)
  if (place === 'event.request.headers') return 'request'
  return place === 'event.response.headers' ? 'response' : undefined
}

/** The members that an assignment or a deletion changes: `a.b` and, for `a.b.value`, `a.b` as well. */
function changed(tree: CodeTree): Map<AnyNode, 'set' | 'delete'> {
  const found = new Map<AnyNode, 'set' | 'delete'>()
  const note = (target: AnyNode, how: 'set' | 'delete') => {
    let node = target
    while (node.type === 'MemberExpression') {
      found.set(node, how)
      node = node.object
    }
  }
  for (const node of tree.nodes) {
    if (node.type === 'AssignmentExpression') note(node.left, 'set')
    if (node.type === 'UnaryExpression' && node.operator === 'delete') note(node.argument, 'delete')
  }
  return found
}

const setIn = (object: AnyNode, of: HeaderUse['of']): HeaderUse[] =>
  propertiesOf(object).map(({ name, key }) => ({ name, of, how: 'set', key }))

/** The responses that a handler makes itself: object literals that it returns or hands to its callback. */
export function responsesMadeBy(tree: CodeTree, handler: FunctionNode): AnyNode[] {
  const handedOver = [...nodesIn(handler)].flatMap((node) =>
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'callback'
      ? node.arguments.slice(1, 2)
      : [],
  )
  return [...returnedBy(handler), ...handedOver].flatMap((node) => {
    const value = node && tree.valueOf(node)
    const isResponse =
      value && (propertyOf(value, 'statusCode') !== undefined || propertyOf(value, 'status') !== undefined)
    return isResponse ? [value] : []
  })
}

const ofMember = (tree: CodeTree, node: Member, how: HeaderUse['how']): HeaderUse[] => {
  const of = headersPlace(tree, node.object)
  const name = memberName(node)
  return of && name !== undefined ? [{ name, of, how, key: node.property }] : []
}

const byTree = new WeakMap<CodeTree, readonly HeaderUse[]>()

/** Every header that the code names, in source order of its parts; found once for each tree. */
export function headersIn(tree: CodeTree): readonly HeaderUse[] {
  const before = byTree.get(tree)
  if (before) return before
  const found = findHeaders(tree)
  byTree.set(tree, found)
  return found
}

function findHeaders(tree: CodeTree): HeaderUse[] {
  const { handler } = tree
  const changes = changed(tree)
  const found: HeaderUse[] = []
  for (const node of tree.nodes) {
    if (node.type === 'MemberExpression') found.push(...ofMember(tree, node, changes.get(node) ?? 'read'))
    if (node.type !== 'AssignmentExpression') continue
    const of = headersPlace(tree, node.left)
    if (of) found.push(...setIn(tree.valueOf(node.right), of))
  }
  for (const response of handler ? responsesMadeBy(tree, handler) : []) {
    const headers = propertyOf(response, 'headers')
    if (headers) found.push(...setIn(tree.valueOf(headers), 'generated'))
  }
  return found
}
