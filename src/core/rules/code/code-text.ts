/** What is certain about the text that an expression gives: its fixed parts, and how long it is at least. */
import type { AnyNode } from 'acorn'
import { type CodeTree, isCallOf } from './code-tree.ts'

const maxDepth = 16
/** What stands for a value of the event, by its place. */
type Marks = Readonly<Record<string, string>>
const uriOnly: Marks = { 'event.request.uri': '/*' }

/**
 * The text as a path pattern: what varies is `*`, the request's own URI `/*`, or what `marks` says. Undefined where a fixed part has a `*` or
 * `?` of its own.
 */
export function textPattern(
  tree: CodeTree,
  node: AnyNode,
  marks: Marks = uriOnly,
  depth = 0,
): string | undefined {
  const literal = (text: string) => (/[*?]/.test(text) ? undefined : text)
  const joined = (parts: readonly (string | undefined)[]) =>
    parts.includes(undefined) ? undefined : parts.join('').replace(/\*+/g, '*')
  if (depth > maxDepth) return '*'
  const mark = marks[tree.placeName(node) ?? '']
  if (mark !== undefined) return mark
  const value = tree.valueOf(node)
  if (value.type === 'Literal') return typeof value.value === 'string' ? literal(value.value) : '*'
  if (value.type === 'TemplateLiteral')
    return joined(
      value.quasis.flatMap((quasi, index) => {
        const expression = value.expressions[index]
        const text = literal(quasi.value.cooked ?? '')
        return expression ? [text, textPattern(tree, expression, marks, depth + 1)] : [text]
      }),
    )
  if (value.type === 'BinaryExpression' && value.operator === '+' && value.left.type !== 'PrivateIdentifier')
    return joined([
      textPattern(tree, value.left, marks, depth + 1),
      textPattern(tree, value.right, marks, depth + 1),
    ])
  return '*'
}

/** How many characters a text has at least. */
export function leastLength(tree: CodeTree, node: AnyNode, depth = 0): number {
  const value = tree.valueOf(node)
  const inner = (part: AnyNode) => leastLength(tree, part, depth + 1)
  if (depth > maxDepth) return 0
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value.length : 0
  if (value.type === 'TemplateLiteral')
    return (
      value.quasis.reduce((sum, quasi) => sum + (quasi.value.cooked ?? '').length, 0) +
      value.expressions.reduce((sum, expression) => sum + inner(expression), 0)
    )
  if (value.type === 'BinaryExpression' && value.operator === '+' && value.left.type !== 'PrivateIdentifier')
    return inner(value.left) + inner(value.right)
  if (isCallOf(value, 'repeat') && value.callee.type === 'MemberExpression') {
    const [times] = value.arguments
    const count = times?.type === 'Literal' && typeof times.value === 'number' ? times.value : 0
    return value.callee.object.type === 'Super' ? 0 : inner(value.callee.object) * count
  }
  return 0
}
