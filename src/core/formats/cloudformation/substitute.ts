/** `Fn::Sub` (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html). */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { type Context, joinText } from './context.ts'
import { isTreeMap } from './scope.ts'
import { hasVariables, resolveVariables } from './serverless.ts'
import type { Value } from './value.ts'

const variable = /\$\{([^!}][^}]*)\}/g
const escaped = /\$\{!([^}]*)\}/g

function substituted(name: string, own: TreeMap, tree: TreeMap, context: Context): Value {
  if (Object.hasOwn(own, name)) return context.evaluate(own[name] ?? null)
  const dot = name.indexOf('.')
  if (dot < 0 || context.scope.parameters.has(name)) {
    const value = context.reference({ Ref: name }, name, '', tree)
    return isUnknown(value) && value.like === undefined ? { ...value, like: name.toLowerCase() } : value
  }
  const [id, attribute] = [name.slice(0, dot), name.slice(dot + 1)]
  return context.reference({ 'Fn::GetAtt': [id, attribute] }, id, attribute, tree)
}

/** The Serverless Framework resolves its own variables first; undefined where it does so only when it runs. */
function resolved(template: string, { scope }: Context): string | undefined {
  if (!scope.serverless || !hasVariables(template)) return template
  const { value } = resolveVariables(template, scope.serverless)
  return typeof value === 'string' ? value : undefined
}

/** The text with its variables replaced; a text that is one reference alone is that reference. */
export function substitute(argument: Tree, tree: TreeMap, context: Context): Value {
  const [written, variables] = Array.isArray(argument) ? argument : [argument, undefined]
  if (typeof written !== 'string') return context.unknown(tree)
  const template = resolved(written, context)
  if (template === undefined) return context.unknown(tree)
  const own = isTreeMap(variables) ? variables : {}
  const parts: Value[] = []
  let last = 0
  for (const match of template.matchAll(variable)) {
    parts.push(template.slice(last, match.index).replace(escaped, '$${$1}'))
    parts.push(substituted((match[1] ?? '').trim(), own, tree, context))
    last = match.index + match[0].length
  }
  parts.push(template.slice(last).replace(escaped, '$${$1}'))
  const said = parts.filter((part) => part !== '')
  const [only] = said
  return said.length === 1 && isRef(only) ? only : joinText(said, '', tree, context)
}
