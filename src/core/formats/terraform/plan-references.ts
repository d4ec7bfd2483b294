/**
 * A plan leaves out what is known only after it is applied; its `configuration` says which resource gives it
 * (https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation).
 */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

function* resourcesIn(module: Tree | undefined, prefix: string): Generator<readonly [string, TreeMap]> {
  if (!isMap(module)) return
  const { resources, module_calls: calls } = module
  for (const resource of Array.isArray(resources) ? resources : [])
    if (isMap(resource) && isMap(resource['expressions']))
      yield [`${prefix}${said(resource['address'])}`, resource['expressions']]
  for (const [name, call] of Object.entries(isMap(calls) ? calls : {}))
    if (isMap(call)) yield* resourcesIn(call['module'], `${prefix}module.${name}.`)
}

/** The expressions of each resource of a plan's configuration, by address without indices. */
export function expressionsIn(root: Tree): ReadonlyMap<string, TreeMap> {
  const configuration = isMap(root) ? root['configuration'] : undefined
  return new Map(isMap(configuration) ? resourcesIn(configuration['root_module'], '') : [])
}

/** `module.a["x"].aws_lb.web[0]` as the configuration calls it. */
export const withoutIndices = (address: string): string => address.replace(/\[(?:"[^"]*"|\d+)\]/g, '')

/** The references of an expression that the plan has no value for, each as exact as the plan has it. */
export function referencesIn(expression: Tree | undefined): string[] {
  const references = isMap(expression) ? expression['references'] : undefined
  const names = (Array.isArray(references) ? references : []).filter((name) => typeof name === 'string')
  return names.filter(
    (name) =>
      !names.some(
        (other) => other !== name && /^[.[]/.test(other.slice(name.length)) && other.startsWith(name),
      ),
  )
}

/** What names a block among those of its kind, since sets come in another order in the values. */
const names = ['origin_id', 'path_pattern', 'event_type', 'error_code', 'name']

/** The expressions of one block out of those of its kind. */
export function expressionsOfBlock(
  expressions: TreeMap | undefined,
  kind: string,
  values: TreeMap,
  index: number,
): TreeMap | undefined {
  const found = expressions?.[kind]
  const blocks = (Array.isArray(found) ? found : [found]).filter(isMap)
  const isSame = (block: TreeMap) => {
    const name = names.find((candidate) => candidate in block)
    const said = name === undefined ? undefined : block[name]
    return (
      isMap(said) && name !== undefined && 'constant_value' in said && said['constant_value'] === values[name]
    )
  }
  return blocks.find(isSame) ?? blocks[index]
}
