/**
 * What the code of an edge function names, read from its syntax tree. A place is where a value comes from: `request.uri`
 * of the event is `['event', 'request', 'uri']`, also through variables. Nothing is said where it is not certain: a
 * variable that is declared twice or assigned again has no place.
 */
import type { AnyNode, Expression, Node, Pattern, Program, SpreadElement } from 'acorn'

export type Place = readonly string[]
export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

const isFunction = (node: Node): node is FunctionNode =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression'

function* childrenOf(node: Node): Generator<AnyNode> {
  for (const value of Object.values(node)) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const child of children) if (isNode(child)) yield child
  }
}

/** Every node below and including `node`, in source order; without what is inside other functions where asked. */
export function* nodesIn(node: AnyNode, options: { ownOnly?: boolean } = {}): Generator<AnyNode> {
  yield node
  for (const child of childrenOf(node)) {
    if (options.ownOnly && isFunction(child)) continue
    yield* nodesIn(child, options)
  }
}

/** A variable's value: an expression, or a part of one; the event where the handler's parameter is taken apart. */
interface Binding {
  readonly from: Expression | 'event'
  readonly keys: Place
}

function keyOf(property: Extract<AnyNode, { type: 'Property' | 'AssignmentProperty' }>): string | undefined {
  const { key } = property
  if (!property.computed && key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : undefined
}

/** The names that a pattern declares, with what leads to each; `undefined` keys where that is not certain. */
function* namesIn(pattern: Pattern, keys: Place | undefined): Generator<[string, Place | undefined]> {
  if (pattern.type === 'Identifier') yield [pattern.name, keys]
  if (pattern.type === 'AssignmentPattern') yield* namesIn(pattern.left, undefined)
  if (pattern.type === 'RestElement') yield* namesIn(pattern.argument, undefined)
  if (pattern.type === 'ArrayPattern')
    for (const [index, element] of pattern.elements.entries())
      if (element) yield* namesIn(element, keys && [...keys, String(index)])
  if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') yield* namesIn(property, undefined)
      else {
        const key = keyOf(property)
        yield* namesIn(property.value, keys && key !== undefined ? [...keys, key] : undefined)
      }
    }
}

function handlerIn(program: Program): FunctionNode | undefined {
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (node?.type === 'FunctionDeclaration' && node.id?.name === 'handler') return node
    if (node?.type === 'VariableDeclaration')
      for (const { id, init } of node.declarations)
        if (id.type === 'Identifier' && id.name === 'handler' && init && isFunction(init)) return init
    if (node?.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') continue
    const { left, right } = node.expression
    const isHandler =
      (left.type === 'Identifier' && left.name === 'handler') ||
      (left.type === 'MemberExpression' &&
        left.property.type === 'Identifier' &&
        left.property.name === 'handler')
    if (isHandler && isFunction(right)) return right
  }
  return undefined
}

/** Lambda@Edge's event is one level deeper than that of CloudFront Functions. */
const withoutRecord = (place: Place): Place =>
  place[0] === 'event' && place[1] === 'Records' && place[2] === '0' && place[3] === 'cf'
    ? ['event', ...place.slice(4)]
    : place

const maxDepth = 16

export class CodeTree {
  readonly program: Program
  /** Every node of the program, in source order. */
  readonly nodes: readonly AnyNode[]
  readonly handler: FunctionNode | undefined
  private readonly bindings = new Map<string, Binding | undefined>()

  constructor(program: Program) {
    this.program = program
    this.nodes = [...nodesIn(program)]
    this.handler = handlerIn(program)
    for (const node of this.nodes) this.declare(node)
    const [event] = this.handler?.params ?? []
    if (event) for (const [name, keys] of namesIn(event, [])) this.rebind(name, keys)
    for (const node of this.nodes) this.forgetAssigned(node)
  }

  private bind(name: string, binding: Binding | undefined): void {
    this.bindings.set(name, this.bindings.has(name) ? undefined : binding)
  }

  /** The handler's own parameter was declared with the others, without a value. */
  private rebind(name: string, keys: Place | undefined): void {
    const uses = this.declarations.get(name) ?? 0
    this.bindings.set(name, uses === 1 && keys ? { from: 'event', keys } : undefined)
  }

  private readonly declarations = new Map<string, number>()

  private declare(node: AnyNode): void {
    const note = (name: string, binding: Binding | undefined) => {
      this.declarations.set(name, (this.declarations.get(name) ?? 0) + 1)
      this.bind(name, binding)
    }
    if (node.type === 'VariableDeclarator')
      for (const [name, keys] of namesIn(node.id, []))
        note(name, node.init && keys ? { from: node.init, keys } : undefined)
    if (isFunction(node)) {
      if (node.id) note(node.id.name, undefined)
      for (const parameter of node.params) for (const [name] of namesIn(parameter, [])) note(name, undefined)
    }
    if (node.type === 'CatchClause' && node.param)
      for (const [name] of namesIn(node.param, [])) note(name, undefined)
    if (node.type === 'ImportDeclaration')
      for (const { local } of node.specifiers) note(local.name, undefined)
  }

  private forgetAssigned(node: AnyNode): void {
    if (node.type === 'AssignmentExpression' && node.left.type !== 'MemberExpression')
      for (const [name] of namesIn(node.left, [])) this.bindings.set(name, undefined)
    if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier')
      this.bindings.set(node.argument.name, undefined)
    const isLoop = node.type === 'ForInStatement' || node.type === 'ForOfStatement'
    if (isLoop && node.left.type === 'VariableDeclaration')
      for (const { id } of node.left.declarations)
        for (const [name] of namesIn(id, [])) this.bindings.set(name, undefined)
  }

  /** Whether the code declares a name anywhere. */
  declares(name: string): boolean {
    return this.declarations.has(name)
  }

  /** The expression that a variable stands for; the node itself where it is none, or the value is not certain. */
  valueOf(node: AnyNode): AnyNode {
    let value = node
    for (let depth = 0; depth < maxDepth && value.type === 'Identifier'; depth += 1) {
      const binding = this.bindings.get(value.name)
      if (!binding || binding.from === 'event' || binding.keys.length > 0) return value
      value = binding.from
    }
    return value
  }

  private readonly places = new Map<AnyNode, string | undefined>()

  /** A place in one word, `event.request.uri`; undefined where it is not certain. */
  placeName(node: AnyNode): string | undefined {
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression' && node.type !== 'ChainExpression')
      return undefined
    if (!this.places.has(node)) this.places.set(node, this.placeOf(node)?.join('.'))
    return this.places.get(node)
  }

  /** Where an expression's value comes from, seen from the event; undefined where it is not certain. */
  placeOf(node: AnyNode, depth = 0): Place | undefined {
    if (depth > maxDepth) return undefined
    if (node.type === 'Identifier') {
      const binding = this.bindings.get(node.name)
      if (!binding) return undefined
      const from = binding.from === 'event' ? ['event'] : this.placeOf(binding.from, depth + 1)
      return from && withoutRecord([...from, ...binding.keys])
    }
    if (node.type === 'ChainExpression') return this.placeOf(node.expression, depth + 1)
    if (node.type !== 'MemberExpression') return undefined
    const from = this.placeOf(node.object, depth + 1)
    const key = memberName(node)
    return from && key !== undefined ? withoutRecord([...from, key]) : undefined
  }
}

/** The name of a member where it is written out: `a.b`, `a['b']`, `a[0]`. */
export function memberName(node: Extract<AnyNode, { type: 'MemberExpression' }>): string | undefined {
  const { property, computed } = node
  if (!computed) return property.type === 'Identifier' ? property.name : undefined
  return property.type === 'Literal' ? String(property.value) : undefined
}

/** The value of a property of an object literal; undefined where it has none of that name. */
export function propertyOf(object: AnyNode, name: string): AnyNode | undefined {
  if (object.type !== 'ObjectExpression') return undefined
  const found = object.properties.findLast(
    (property) => property.type === 'Property' && keyOf(property) === name,
  )
  return found?.type === 'Property' ? found.value : undefined
}

/** The properties of an object literal that are written out, with their names. */
export const propertiesOf = (object: AnyNode): { name: string; key: AnyNode; value: AnyNode }[] =>
  object.type === 'ObjectExpression'
    ? object.properties.flatMap((property) => {
        const name = property.type === 'Property' ? keyOf(property) : undefined
        return property.type === 'Property' && name !== undefined
          ? [{ name, key: property.key, value: property.value }]
          : []
      })
    : []

const returned = new WeakMap<FunctionNode, readonly (Expression | null)[]>()

/** What the handler returns, where that is written out: its own return statements, or an arrow's expression. */
export function returnedBy(handler: FunctionNode): readonly (Expression | null)[] {
  const before = returned.get(handler)
  if (before) return before
  const { body } = handler
  const found =
    body.type === 'BlockStatement'
      ? [...nodesIn(body, { ownOnly: true })].flatMap((node) =>
          node.type === 'ReturnStatement' ? [node.argument ?? null] : [],
        )
      : [body]
  returned.set(handler, found)
  return found
}

/** Whether a call goes to a method of that name. */
export const isCallOf = (
  node: AnyNode,
  method: string,
): node is Extract<AnyNode, { type: 'CallExpression' }> & { arguments: (Expression | SpreadElement)[] } =>
  node.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  memberName(node.callee) === method

/** “Line 3” of the code, as messages say it. */
export const lineOf = (node: Node): string => `Line ${node.loc?.start.line ?? 1}`
