/**
 * Evaluates what a template's expressions can be known to give. The result is the document's: plain values,
 * `Ref`s to resources, `Unknown`s for the rest. Nothing is guessed: where a branch cannot be decided the whole
 * expression is unknown.
 */
import type { Site, TextTree, Tree, TreeMap } from '#core/formats/text-tree.ts'
import { type Expression, isRef, isUnknown, type Json, type Ref } from '#core/model/field.ts'
import { standInOf } from '#core/model/stand-in.ts'
import { canonicalRef } from './canonical-ref.ts'
import { displayExpression } from './display.ts'
import { isTreeMap, type Scope } from './scope.ts'

/** A value after evaluation; `undefined` is `AWS::NoValue`. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Expression
  | Value[]
  | { [key: string]: Value }
  | undefined

export interface Dangling {
  readonly name: string
  readonly at: object
}
export interface Evaluator {
  readonly evaluate: (tree: Tree) => Value
  /** True, false, or undefined where the deployment decides. */
  readonly condition: (name: string) => boolean | undefined
  /** References to things that the template does not have. */
  readonly dangling: readonly Dangling[]
}

const isCall = (tree: Tree): tree is TreeMap => {
  if (!isTreeMap(tree)) return false
  const keys = Object.keys(tree)
  const [only] = keys
  return (
    keys.length === 1 &&
    only !== undefined &&
    (only === 'Ref' || only === 'Condition' || only.startsWith('Fn::'))
  )
}
const isText = (value: Value): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
const maxExpressionDepth = 64

export function createEvaluator(scope: Scope, text: TextTree): Evaluator {
  const dangling: Dangling[] = []
  const deciding = new Set<string>()
  let depth = 0

  const resource = (id: string): TreeMap | undefined => {
    const found = scope.resources[id]
    return isTreeMap(found) ? found : undefined
  }
  const typeOf = (id: string): string => String(resource(id)?.['Type'] ?? '')
  const propertiesOf = (id: string): TreeMap => {
    const properties = resource(id)?.['Properties']
    return isTreeMap(properties) ? properties : {}
  }

  /** What a value looks like as text, for stand-ins. */
  const likeOf = (value: Value): string | undefined => {
    if (isText(value)) return String(value)
    if (isUnknown(value)) return value.like
    if (isRef(value))
      return standInOf(typeOf(value.ref), value.ref, value.attribute ?? '', plainProperties(value.ref))
    return undefined
  }
  // Properties are JSON once the sites are left aside; stand-ins read plain names from them only.
  const plainProperties = (id: string) => propertiesOf(id) as { readonly [key: string]: Json }

  const refsIn = (value: Value): string[] => {
    if (isRef(value)) return [value.ref]
    if (isUnknown(value)) return [...(value.refs ?? [])]
    if (Array.isArray(value)) return value.flatMap(refsIn)
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(refsIn)
    return []
  }

  const unknown = (tree: Tree, like?: string, parts: Value[] = []): Expression => {
    const refs = [...new Set(parts.flatMap(refsIn))]
    return {
      unknown: displayExpression(tree),
      // A tree is JSON; only its type says mutable.
      expression: tree as Json,
      ...(like !== undefined && { like }),
      ...(refs.length > 0 && { refs }),
    }
  }

  const reference = (tree: Tree, id: string, attribute: string, at: object): Value => {
    if (attribute === '') {
      if (id === 'AWS::NoValue') return undefined
      const parameter = scope.parameters.get(id)
      if (parameter) return 'value' in parameter ? (parameter.value as Value) : unknown(tree, parameter.like)
    }
    const ref = refTo(id, attribute)
    if (ref) return ref
    dangling.push({ name: id, at })
    return unknown(tree)
  }
  /** SAM's `Function.Version` and `Function.Alias` are written like a logical id with a dot. */
  const refTo = (id: string, attribute: string): Ref | undefined => {
    if (resource(id)) return canonicalRef(typeOf(id), id, attribute)
    const dot = id.indexOf('.')
    if (dot > 0 && resource(id.slice(0, dot))) return { ref: id.slice(0, dot), attribute: id.slice(dot + 1) }
    return undefined
  }

  const functions: Readonly<Record<string, (argument: Tree, tree: Tree) => Value>> = {
    Ref: (argument, tree) => reference(tree, String(argument), '', tree as object),
    'Fn::GetAtt': (argument, tree) => {
      const parts = Array.isArray(argument) ? argument : String(argument).split('.')
      const [id, ...attribute] = parts.map((part) => likeOf(evaluate(part)) ?? '')
      return reference(tree, id ?? '', attribute.join('.'), tree as object)
    },
    Condition: (argument, tree) => conditionValue(tree, { Condition: argument }),
    'Fn::Equals': (_, tree) => conditionValue(tree, tree),
    'Fn::And': (_, tree) => conditionValue(tree, tree),
    'Fn::Or': (_, tree) => conditionValue(tree, tree),
    'Fn::Not': (_, tree) => conditionValue(tree, tree),
    'Fn::If': (argument, tree) => {
      if (!Array.isArray(argument) || argument.length !== 3) return unknown(tree)
      const [name, yes = null, no = null] = argument
      const decided = typeof name === 'string' ? condition(name) : undefined
      if (decided !== undefined) return evaluate(decided ? yes : no)
      const branches = [evaluate(yes), evaluate(no)]
      return unknown(
        tree,
        branches.map(likeOf).find((like) => like),
        branches,
      )
    },
    'Fn::Sub': (argument, tree) => substitute(argument, tree),
    'Fn::Join': (argument, tree) => {
      if (!Array.isArray(argument)) return unknown(tree)
      const separator = evaluate(argument[0] ?? '')
      const items = evaluate(argument[1] ?? [])
      if (!isText(separator) || !Array.isArray(items)) return unknown(tree, undefined, [items])
      return joined(items, String(separator), tree)
    },
    'Fn::Select': (argument, tree) => {
      if (!Array.isArray(argument)) return unknown(tree)
      const index = Number(evaluate(argument[0] ?? 0))
      const items = evaluate(argument[1] ?? [])
      const chosen = Array.isArray(items) ? items[index] : undefined
      if (chosen !== undefined) return isUnknown(chosen) ? unknown(tree, chosen.like, [chosen]) : chosen
      return unknown(tree, undefined, [items])
    },
    'Fn::Split': (argument, tree) => {
      if (!Array.isArray(argument)) return unknown(tree)
      const separator = evaluate(argument[0] ?? '')
      const whole = evaluate(argument[1] ?? '')
      if (!isText(separator)) return unknown(tree)
      if (isText(whole)) return String(whole).split(String(separator))
      const like = likeOf(whole)
      if (like === undefined) return unknown(tree, undefined, [whole])
      return like.split(String(separator)).map((part) => unknown(tree, part, [whole]))
    },
    'Fn::FindInMap': (argument, tree) => {
      if (!Array.isArray(argument)) return unknown(tree)
      const keys = argument.slice(0, 3).map((key) => evaluate(key))
      if (!keys.every(isText)) return unknown(tree)
      let found: Tree | undefined = scope.mappings
      for (const key of keys)
        found = isTreeMap(found) && Object.hasOwn(found, String(key)) ? found[String(key)] : undefined
      return found === undefined ? unknown(tree) : evaluate(found)
    },
    'Fn::Base64': (_, tree) => unknown(tree),
    'Fn::ImportValue': (_, tree) => unknown(tree),
  }

  function conditionValue(tree: Tree, test: Tree): Value {
    return decide(test) ?? unknown(tree)
  }

  function joined(items: Value[], separator: string, tree: Tree): Value {
    const present = items.filter((item) => item !== undefined)
    if (present.every(isText)) return present.map(String).join(separator)
    const likes = present.map((item) => likeOf(item) ?? refsIn(item)[0]?.toLowerCase() ?? 'x')
    return unknown(tree, likes.join(separator), present)
  }

  function substitute(argument: Tree, tree: Tree): Value {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, undefined]
    if (typeof template !== 'string') return unknown(tree)
    const own = isTreeMap(variables) ? variables : {}
    const parts: Value[] = []
    let last = 0
    for (const match of template.matchAll(/\$\{([^!}][^}]*)\}/g)) {
      parts.push(template.slice(last, match.index))
      parts.push(substituted((match[1] ?? '').trim(), own, tree))
      last = match.index + match[0].length
    }
    parts.push(template.slice(last))
    const literal = parts.map((part) =>
      typeof part === 'string' ? part.replace(/\$\{!([^}]*)\}/g, (_, name) => `\${${name}}`) : part,
    )
    const [only, ...others] = literal.filter((part) => part !== '')
    if (only !== undefined && others.length === 0 && !isText(only) && isRef(only)) return only
    if (literal.every(isText)) return literal.map(String).join('')
    const likes = literal.map((part) => likeOf(part) ?? refsIn(part)[0]?.toLowerCase() ?? 'x')
    return unknown(tree, likes.join(''), literal)
  }

  function substituted(name: string, own: TreeMap, tree: Tree): Value {
    if (Object.hasOwn(own, name)) return evaluate(own[name] ?? null)
    const dot = name.indexOf('.')
    if (dot < 0 || scope.parameters.has(name)) {
      const value = reference({ Ref: name }, name, '', tree as object)
      return isUnknown(value) && value.like === undefined ? { ...value, like: name.toLowerCase() } : value
    }
    const [id, attribute] = [name.slice(0, dot), name.slice(dot + 1)]
    return reference({ 'Fn::GetAtt': [id, attribute] }, id, attribute, tree as object)
  }

  function decide(test: Tree): boolean | undefined {
    if (typeof test === 'boolean') return test
    if (!isTreeMap(test)) return undefined
    const [entry] = Object.entries(test)
    if (!entry) return undefined
    const [name, argument] = entry
    const tests = Array.isArray(argument) ? argument : [argument]
    if (name === 'Condition') return typeof argument === 'string' ? condition(argument) : undefined
    if (name === 'Fn::Not') {
      const inner = decide(tests[0] ?? null)
      return inner === undefined ? undefined : !inner
    }
    if (name === 'Fn::Equals') {
      const [left, right] = tests.map((side) => evaluate(side))
      return isText(left) && isText(right) ? String(left) === String(right) : undefined
    }
    const results = tests.map(decide)
    if (name === 'Fn::And')
      return results.includes(false) ? false : results.includes(undefined) ? undefined : true
    if (name === 'Fn::Or')
      return results.includes(true) ? true : results.includes(undefined) ? undefined : false
    return undefined
  }

  function condition(name: string): boolean | undefined {
    const test = scope.conditions[name]
    if (test === undefined || deciding.has(name)) return undefined
    deciding.add(name)
    try {
      return decide(test)
    } finally {
      deciding.delete(name)
    }
  }

  /** Where a value stands after its expression was evaluated: the place of the field, not of the branch. */
  const keep = (from: object, to: object, key: string | number, target: string | number) => {
    const site: Site | undefined = text.siteOf(from, key)
    text.place(to, target, site)
  }

  function evaluate(tree: Tree): Value {
    if (typeof tree !== 'object' || tree === null) return tree
    if (depth > maxExpressionDepth) return unknown(tree)
    depth += 1
    try {
      return isCall(tree) ? call(tree) : container(tree)
    } finally {
      depth -= 1
    }
  }

  function call(tree: TreeMap): Value {
    const [entry] = Object.entries(tree)
    if (!entry) return {}
    const [name, argument] = entry
    return functions[name]?.(argument, tree) ?? (name in functions ? undefined : unknown(tree))
  }

  function container(tree: Tree[] | TreeMap): Value {
    if (Array.isArray(tree)) {
      const list: Value[] = []
      for (const [index, item] of tree.entries()) {
        const value = evaluate(item)
        if (value === undefined) continue
        keep(tree, list, index, list.length)
        list.push(value)
      }
      return list
    }
    const map: { [key: string]: Value } = {}
    for (const [key, item] of Object.entries(tree)) {
      const value = evaluate(item)
      if (value === undefined) continue
      map[key] = value
      keep(tree, map, key, key)
    }
    return map
  }

  return { evaluate, condition, dangling }
}
