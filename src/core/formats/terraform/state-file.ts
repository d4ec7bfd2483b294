/** A state as Terraform keeps it (`terraform.tfstate`, version 4), in the form in which `terraform show -json` prints one. */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const listOf = (tree: Tree | undefined): TreeMap[] => (Array.isArray(tree) ? tree.filter(isMap) : [])

/** Cheap: told by its beginning and by what every state has. */
export const isStateFile = (text: string): boolean =>
  /^\s*\{/.test(text) && /"terraform_version"\s*:/.test(text) && /"(?:lineage|instances)"\s*:/.test(text)

/** The module that holds all resources; undefined where the text is no such state. */
export function moduleOfState(root: Tree): TreeMap | undefined {
  if (!isMap(root) || root['terraform_version'] === undefined || !Array.isArray(root['resources']))
    return undefined
  const resources = listOf(root['resources']).flatMap(({ module, mode, type, name, instances }) =>
    listOf(instances).map(({ index_key: index, attributes }): TreeMap => {
      const inModule = typeof module === 'string' ? `${module}.` : ''
      return {
        address: `${inModule}${said(type)}.${said(name)}`,
        mode: mode ?? 'managed',
        type: type ?? '',
        name: name ?? '',
        ...(index !== undefined && { index }),
        // The same object, whose places in the text are known.
        values: attributes ?? {},
      }
    }),
  )
  return { resources }
}
