/**
 * CloudFormation's intrinsic functions, as far as a template alone decides them
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html).
 * A function that is not in the table is kept as an expression.
 */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'
import { isUnknown } from '#core/model/field.ts'
import { type Context, joinText } from './context.ts'
import { isTreeMap } from './scope.ts'
import { substitute } from './substitute.ts'
import { isPlain, isText, mayBeAbsent, type Value } from './value.ts'

type Intrinsic = (argument: Tree, tree: TreeMap, context: Context) => Value

const list = (tree: Tree): Tree[] => (Array.isArray(tree) ? tree : [])

const getAtt: Intrinsic = (argument, tree, { evaluate, likeOf, reference }) => {
  const parts = Array.isArray(argument) ? argument : said(argument).split('.')
  const [id = '', ...attribute] = parts.map((part) => likeOf(evaluate(part)) ?? '')
  return reference(tree, id, attribute.join('.'), tree)
}

const choose: Intrinsic = (argument, tree, { evaluate, condition, likeOf, unknown }) => {
  const [name, yes = null, no = null] = list(argument)
  if (typeof name !== 'string' || list(argument).length !== 3) return unknown(tree)
  const decided = condition(name, tree)
  if (decided !== undefined) return evaluate(decided ? yes : no)
  const branches = [evaluate(yes), evaluate(no)]
  const either = unknown(
    tree,
    branches.map(likeOf).find((like) => like),
    branches,
  )
  return branches.some(mayBeAbsent) ? { ...either, mayBeAbsent: true } : either
}

const join: Intrinsic = (argument, tree, context) => {
  const [separator = '', items = []] = list(argument)
  const between = context.evaluate(separator)
  const values = context.evaluate(items)
  if (!isText(between) || !Array.isArray(values)) return context.unknown(tree, undefined, [values])
  return joinText(values, said(between), tree, context)
}

/** The parts of a text, or those of its stand-in, each of them unknown. */
function split(argument: Tree, tree: Tree, context: Context): { parts?: Value[]; whole: Value } {
  const [separator = '', text = ''] = list(argument)
  const between = context.evaluate(separator)
  const whole = context.evaluate(text)
  if (!isText(between)) return { whole }
  if (isText(whole)) return { parts: said(whole).split(said(between)), whole }
  const like = context.likeOf(whole)
  if (like === undefined) return { whole }
  return { parts: like.split(said(between)).map((part) => context.unknown(tree, part, [whole])), whole }
}

const splitText: Intrinsic = (argument, tree, context) => {
  const { parts, whole } = split(argument, tree, context)
  return parts && isPlain(parts) ? parts : context.unknown(tree, undefined, [whole])
}

/** An item that may be left out moves those behind it. */
const itemAt = (items: readonly Value[], index: number): Value =>
  items.slice(0, index).some(mayBeAbsent) ? undefined : items[index]

const select: Intrinsic = (argument, tree, context) => {
  const [position = 0, from = []] = list(argument)
  const index = context.evaluate(position)
  const inner = isTreeMap(from) ? from['Fn::Split'] : undefined
  const items = inner === undefined ? context.evaluate(from) : split(inner, from, context).parts
  const chosen = Array.isArray(items) && isText(index) ? itemAt(items, Number(index)) : undefined
  if (chosen === undefined)
    return context.unknown(tree, undefined, [inner === undefined ? items : context.evaluate(from)])
  return isUnknown(chosen) ? context.unknown(tree, chosen.like, [chosen]) : chosen
}

/** What a mapping holds under the keys; the first entry of its kind where a key is left to the deployment. */
function inMapping(mappings: TreeMap, keys: readonly Value[], likely: boolean): Tree | undefined {
  let found: Tree | undefined = mappings
  for (const key of keys) {
    if (!isTreeMap(found)) return undefined
    const own: Tree | undefined =
      isText(key) && Object.hasOwn(found, said(key)) ? found[said(key)] : undefined
    found = own === undefined && likely ? Object.values(found)[0] : own
  }
  return found
}

const findInMap: Intrinsic = (argument, tree, context) => {
  const [options] = list(argument).slice(3)
  const keys = list(argument)
    .slice(0, 3)
    .map((key) => context.evaluate(key))
  const fallback = isTreeMap(options) ? options['DefaultValue'] : undefined
  if (!keys.every(isText)) {
    const likely = inMapping(context.scope.mappings, keys, true)
    const like = typeof likely === 'object' ? undefined : likely
    return context.unknown(tree, like === undefined ? undefined : said(like), keys)
  }
  const found = inMapping(context.scope.mappings, keys, false)
  if (found !== undefined) return context.evaluate(found)
  if (fallback !== undefined) return context.evaluate(fallback)
  context.missing(keys.map(said).join('.'), tree)
  return context.unknown(tree)
}

const length: Intrinsic = (argument, tree, { evaluate, unknown }) => {
  const value = evaluate(argument)
  const isCounted = Array.isArray(value) && !value.some(mayBeAbsent)
  return isCounted ? value.length : unknown(tree, undefined, [value])
}

const toJsonString: Intrinsic = (argument, tree, { evaluate, unknown }) => {
  const value = evaluate(argument)
  return isPlain(value) ? JSON.stringify(value) : unknown(tree, undefined, [value])
}

const test: Intrinsic = (_, tree, { decide, unknown }) => decide(tree) ?? unknown(tree)

export const functions: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', (argument, tree, { reference }) => reference(tree, said(argument), '', tree)],
  ['Fn::GetAtt', getAtt],
  ['Fn::If', choose],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', splitText],
  ['Fn::FindInMap', findInMap],
  ['Fn::Length', length],
  ['Fn::ToJsonString', toJsonString],
  ['Condition', test],
  ['Fn::Equals', test],
  ['Fn::And', test],
  ['Fn::Or', test],
  ['Fn::Not', test],
])
