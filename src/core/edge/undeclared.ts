/** Whether sloppy code assigns to a name that it declares nowhere, and so makes a global of it. */
import type { AnyNode, Node, Pattern } from 'acorn'
import { parseFunctionCode } from './module-form.ts'

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function names(pattern: Pattern | Node): string[] {
  const node = pattern as AnyNode
  if (node.type === 'Identifier') return [node.name]
  if (node.type === 'AssignmentPattern') return names(node.left)
  if (node.type === 'RestElement') return names(node.argument)
  if (node.type === 'ArrayPattern') return node.elements.flatMap((one) => (one ? names(one) : []))
  if (node.type !== 'ObjectPattern') return []
  return node.properties.flatMap((one) => names(one.type === 'Property' ? one.value : one.argument))
}

/** The names that a node declares, in whatever scope. */
function declaredBy(node: AnyNode): string[] {
  if (node.type === 'VariableDeclarator') return names(node.id)
  if (node.type === 'CatchClause') return node.param ? names(node.param) : []
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression')
    return node.id ? [node.id.name] : []
  if (!/Function/.test(node.type) || !('params' in node)) return []
  return [...node.params.flatMap(names), ...(node.id ? [node.id.name] : [])]
}

function assignedBy(node: AnyNode): string[] {
  if (node.type === 'AssignmentExpression') return names(node.left)
  if (node.type === 'UpdateExpression') return names(node.argument)
  if (node.type !== 'ForInStatement' && node.type !== 'ForOfStatement') return []
  return node.left.type === 'VariableDeclaration' ? [] : names(node.left)
}

export function assignsUndeclared(code: string): boolean {
  const parsed = parseFunctionCode(code, { isNode: true })
  if ('problem' in parsed || parsed.isModule) return false
  const declared = new Set(['exports', 'module', 'require'])
  const assigned = new Set<string>()
  const open: Node[] = [parsed.program]
  for (let node = open.pop(); node; node = open.pop()) {
    // acorn types its tree as AnyNode; a walk over unknown children only knows Node.
    const any = node as AnyNode
    for (const name of declaredBy(any)) declared.add(name)
    for (const name of assignedBy(any)) assigned.add(name)
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) open.push(child)
  }
  return [...assigned].some((name) => !declared.has(name))
}
