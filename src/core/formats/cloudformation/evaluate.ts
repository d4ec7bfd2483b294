/**
 * Evaluates what a template's expressions can be known to give. The result is the document's: plain values,
 * `Ref`s to resources, `Unknown`s for the rest. Nothing is guessed: where a branch cannot be decided the whole
 * expression is unknown.
 */

import type { TextTree, Tree, TreeMap } from '#core/formats/tree.ts'
import { bare } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import { type Expression, isRef, isUnknown, type Json, type Ref } from '#core/model/field.ts'
import { standInOf } from '#core/model/stand-in.ts'
import { canonicalRef } from './canonical-ref.ts'
import { createConditions } from './conditions.ts'
import type { Context } from './context.ts'
import { isDeferredText, likeOfDeferred } from './deferred-text.ts'
import { displayExpression } from './display.ts'
import { functions } from './functions.ts'
import { givesAnything, isGeneratedBySam } from './open-types.ts'
import { isTreeMap, type Scope } from './scope.ts'
import { hasVariables, resolveVariables } from './serverless.ts'
import { isText, refsIn, type Value } from './value.ts'

/** Something that CloudFormation refuses in a template's expressions. */
export interface Fault {
  readonly kind: 'missing' | 'circular' | 'null'
  readonly name: string
  /** The container in the text's tree where it stands, and the field of it. */
  readonly at: object
  readonly key?: string | number
}
export interface Evaluator {
  readonly evaluate: (tree: Tree) => Value
  /** True, false, or undefined where the deployment decides. */
  readonly condition: (name: string, at: object) => boolean | undefined
  readonly faults: readonly Fault[]
}

export const isCall = (tree: Tree): tree is TreeMap => {
  if (!isTreeMap(tree)) return false
  let only: string | undefined
  for (const key in tree) {
    if (only !== undefined) return false
    only = key
  }
  return only !== undefined && (only === 'Ref' || only === 'Condition' || only.startsWith('Fn::'))
}
/** Loops and macros say something else once CloudFormation has run them. */
const isDeferred = (name: string) => name.startsWith('Fn::ForEach') || name === 'Fn::Transform'
const maxExpressionDepth = 64

export function createEvaluator(scope: Scope, text: TextTree): Evaluator {
  const faults: Fault[] = []
  let depth = 0

  const resource = (id: string): TreeMap | undefined => {
    const found = Object.hasOwn(scope.resources, id) ? scope.resources[id] : undefined
    return isTreeMap(found) ? found : undefined
  }
  const typeOf = (id: string): string => said(resource(id)?.['Type'] ?? '')
  // Properties are JSON once the sites are left aside; stand-ins read plain names from them only.
  const plainProperties = (id: string) => {
    const properties = resource(id)?.['Properties']
    return (isTreeMap(properties) ? properties : {}) as { readonly [key: string]: Json }
  }

  const likeOf = (value: Value): string | undefined => {
    if (isText(value)) return said(value)
    if (isUnknown(value)) return value.like
    if (isRef(value))
      return standInOf(typeOf(value.ref), value.ref, value.attribute ?? '', plainProperties(value.ref))
    return undefined
  }

  const unknown = (tree: Tree, like?: string, parts: readonly Value[] = []): Expression => {
    const refs = [...new Set(parts.flatMap(refsIn))]
    return {
      unknown: displayExpression(tree),
      // A tree is JSON; only its type says mutable.
      expression: tree as Json,
      ...(like !== undefined && { like }),
      ...(refs.length > 0 && { refs }),
    }
  }

  const missing = (name: string, at: object) => {
    faults.push({ kind: 'missing', name, at })
  }

  const reference = (tree: Tree, id: string, attribute: string, at: object): Value => {
    if (attribute === '') {
      if (id === 'AWS::NoValue') return undefined
      const parameter = scope.parameters.get(id)
      if (parameter) return 'value' in parameter ? (parameter.value as Value) : unknown(tree, parameter.like)
    }
    if (attribute !== '' && givesAnything(typeOf(id))) return unknown(tree, undefined, [{ ref: id }])
    const ref = refTo(id, attribute)
    if (ref) return ref
    if (isGeneratedBySam(id, typeOf)) return unknown(tree, generatedLike(id, attribute))
    missing(id, at)
    return unknown(tree)
  }
  const generatedLike = (id: string, attribute: string): string | undefined =>
    attribute === 'FunctionUrl' ? standInOf('AWS::Lambda::Url', id, attribute, {}) : undefined

  /** SAM's `Function.Version` and `Function.Alias` are written like a logical id with a dot. */
  const refTo = (id: string, attribute: string): Ref | undefined => {
    if (resource(id)) return canonicalRef(typeOf(id), id, attribute)
    const dot = id.indexOf('.')
    if (dot > 0 && resource(id.slice(0, dot))) return { ref: id.slice(0, dot), attribute: id.slice(dot + 1) }
    return undefined
  }

  const { decide, condition } = createConditions({
    declared: scope.conditions,
    evaluate,
    missing,
    circular: (name, at) => faults.push({ kind: 'circular', name, at }),
  })
  const context: Context = {
    scope,
    evaluate,
    decide,
    condition,
    likeOf,
    reference,
    unknown,
    missing,
  }

  function evaluate(tree: Tree): Value {
    if (typeof tree === 'string') return textValue(tree)
    if (typeof tree !== 'object' || tree === null) return tree
    if (depth > maxExpressionDepth) return unknown(tree)
    depth += 1
    try {
      if (Array.isArray(tree)) return items(tree)
      return isCall(tree) ? call(tree) : fields(tree)
    } finally {
      depth -= 1
    }
  }

  function textValue(source: string): Value {
    if (scope.serverless && hasVariables(source)) return serverlessText(source, scope.serverless)
    return isDeferredText(source, scope) ? unknown(source, likeOfDeferred(source, scope)) : source
  }

  /** A text with variables of the Serverless Framework, which resolves them before CloudFormation sees it. */
  function serverlessText(source: string, file: TreeMap): Value {
    const { value, like } = resolveVariables(source, file)
    if (value !== undefined) return evaluate(value)
    // Where the end of a text is left open, nobody knows what kind of host it names.
    return unknown(source, source.endsWith('}') ? undefined : like)
  }

  function call(tree: TreeMap): Value {
    const [name = '', argument = null] = Object.entries(tree)[0] ?? []
    if (isDeferred(name)) return unknown(tree)
    const intrinsic = functions.get(name)
    return intrinsic ? intrinsic(argument, tree, context) : unknown(tree, undefined, [evaluate(argument)])
  }

  function items(tree: Tree[]): Value[] {
    const list: Value[] = []
    for (const [index, item] of tree.entries()) {
      const value = item === null ? refused(tree, index) : evaluate(item)
      if (value === undefined) continue
      // Where a value stands after its expression was evaluated: the place of the field, not of the branch.
      text.place(list, list.length, text.siteOf(tree, index))
      list.push(value)
    }
    return list
  }

  function fields(tree: TreeMap): Value {
    const map: { [key: string]: Value } = bare()
    for (const key of Object.keys(tree)) {
      const item = tree[key] ?? null
      const value = isDeferred(key) ? item : item === null ? refused(tree, key) : evaluate(item)
      if (value === undefined) continue
      map[key] = value
      text.place(map, key, text.siteOf(tree, key))
    }
    return map
  }

  /** CloudFormation takes no null; the field is read as one that says nothing. */
  function refused(at: object, key: string | number): undefined {
    faults.push({ kind: 'null', name: said(key), at, key })
  }

  return { evaluate, condition, faults }
}
