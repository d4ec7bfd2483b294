/** The redirects that an edge function makes, with what has to hold of a request to get one. */

import type { AnyNode, Statement } from 'acorn'
import { tableOf } from '#core/ground/names.ts'
import { canFallOut } from './code-flow.ts'
import { type CodeTree, isCallOf, nodesIn, propertyOf } from './code-tree.ts'

/** What a test asks of the request's path or host. */
export interface Condition {
  readonly of: 'uri' | 'host'
  readonly how: 'is' | 'starts' | 'ends'
  readonly text: string
  readonly isNegated: boolean
}
export interface Redirect {
  readonly node: AnyNode
  readonly location: AnyNode
  /** All of them hold where the redirect is made. */
  readonly conditions: readonly Condition[]
}

const places: Readonly<Record<string, Condition['of']>> = tableOf({
  'event.request.uri': 'uri',
  'event.request.headers.host.value': 'host',
  'event.request.headers.host.0.value': 'host',
})
const placeName = (tree: CodeTree, node: AnyNode): Condition['of'] | undefined =>
  places[tree.placeName(node) ?? '']
const textOf = (node: AnyNode): string | undefined =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

function comparison(tree: CodeTree, a: AnyNode, b: AnyNode, isNegated: boolean): Condition[] | undefined {
  const [of, text] = [placeName(tree, a), textOf(b)]
  return of && text !== undefined ? [{ of, how: 'is', text, isNegated }] : undefined
}

/** What a test says, as conditions that all hold; undefined where it says something else. */
function conditionsIn(tree: CodeTree, test: AnyNode): Condition[] | undefined {
  if (test.type === 'LogicalExpression' && test.operator === '&&') {
    const [left, right] = [conditionsIn(tree, test.left), conditionsIn(tree, test.right)]
    return left && right && [...left, ...right]
  }
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return negated(conditionsIn(tree, test.argument))
  if (test.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator)) {
    const isNegated = test.operator.startsWith('!')
    return (
      comparison(tree, test.left, test.right, isNegated) ?? comparison(tree, test.right, test.left, isNegated)
    )
  }
  for (const [method, how] of [['startsWith', 'starts'] as const, ['endsWith', 'ends'] as const]) {
    if (!isCallOf(test, method) || test.callee.type !== 'MemberExpression') continue
    const [first] = test.arguments
    const of = placeName(tree, test.callee.object)
    const text = first && textOf(first)
    if (of && text !== undefined) return [{ of, how, text, isNegated: false }]
  }
  return undefined
}

/** Of several conditions the negation is an “or”, which is not kept. */
function negated(conditions: readonly Condition[] | undefined): Condition[] | undefined {
  const [only, ...others] = conditions ?? []
  return only && others.length === 0 ? [{ ...only, isNegated: !only.isNegated }] : undefined
}

/** Where a response leads that an expression gives; undefined where it is no redirect written out. */
function locationOf(tree: CodeTree, node: AnyNode): AnyNode | undefined {
  const response = tree.valueOf(node)
  const status = propertyOf(response, 'statusCode') ?? propertyOf(response, 'status')
  const code = status?.type === 'Literal' ? Number(status.value) : 0
  const headers = propertyOf(response, 'headers')
  const field = headers && propertyOf(tree.valueOf(headers), 'location')
  if (![301, 302, 303, 307, 308].includes(code) || !field) return undefined
  const holder = field.type === 'ArrayExpression' ? field.elements[0] : field
  return holder ? propertyOf(holder, 'value') : undefined
}

const returns = (node: AnyNode) =>
  [...nodesIn(node, { ownOnly: true })].some(
    ({ type }) => type === 'ReturnStatement' || type === 'ThrowStatement',
  )
const listOf = (node: Statement): readonly Statement[] =>
  node.type === 'BlockStatement' ? node.body : [node]

/** The redirects of a list of statements that is reached under some conditions; it stops where that is no longer certain. */
export function* redirectsIn(
  tree: CodeTree,
  statements: readonly Statement[],
  reached: readonly Condition[] = [],
): Generator<Redirect> {
  let conditions = reached
  for (const statement of statements) {
    if (statement.type === 'ReturnStatement') {
      const location = statement.argument ? locationOf(tree, statement.argument) : undefined
      if (location) yield { node: statement, location, conditions }
      return
    }
    if (statement.type === 'BlockStatement') yield* redirectsIn(tree, statement.body, conditions)
    if (statement.type !== 'IfStatement') {
      if (returns(statement)) return
      continue
    }
    const yes = conditionsIn(tree, statement.test)
    const no = negated(yes)
    if (yes) yield* redirectsIn(tree, listOf(statement.consequent), [...conditions, ...yes])
    if (no && statement.alternate)
      yield* redirectsIn(tree, listOf(statement.alternate), [...conditions, ...no])
    if (!returns(statement)) continue
    const isLeft =
      !statement.alternate &&
      statement.consequent.type === 'BlockStatement' &&
      !canFallOut(statement.consequent)
    const isSkipped = isLeft || (!statement.alternate && statement.consequent.type === 'ReturnStatement')
    if (!isSkipped || !no) return
    conditions = [...conditions, ...no]
  }
}
