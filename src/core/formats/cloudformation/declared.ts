/** What of a template a deployment is asked for, and what its conditions come to with the values in use. */
import { readTextTree } from '#core/formats/text-tree.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { Source } from '#core/model/document.ts'
import { createEvaluator } from './evaluate.ts'
import { isTreeMap, scopeOf } from './scope.ts'

export interface DeclaredParameter {
  readonly name: string
  readonly type: string
  readonly description: string
  /** What it is where nobody says anything; undefined where the deployment must. */
  readonly byDefault: string | undefined
  readonly allowed: readonly string[]
  /** A secret: it is not asked for here, and not kept. */
  readonly isSecret: boolean
}
export interface DeclaredCondition {
  readonly name: string
  /** Undefined where only a deployment decides. */
  readonly holds: boolean | undefined
}
export interface Declared {
  readonly parameters: readonly DeclaredParameter[]
  readonly conditions: readonly DeclaredCondition[]
}

const sectionOf = (template: TreeMap, name: string): TreeMap => {
  const found = template[name]
  return isTreeMap(found) ? found : {}
}

const isPlain = (tree: Tree | undefined): tree is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof tree)
const plain = (tree: Tree | undefined): string | undefined => (isPlain(tree) ? String(tree) : undefined)

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function parameterOf(name: string, declaration: Tree): DeclaredParameter {
  const fields = isTreeMap(declaration) ? declaration : {}
  const { Type: type, Description: description, Default: byDefault, AllowedValues: allowed } = fields
  return {
    name,
    type: plain(type) ?? 'String',
    description: plain(description) ?? '',
    byDefault: plain(byDefault),
    allowed: Array.isArray(allowed) ? allowed.flatMap((value: Tree) => plain(value) ?? []) : [],
    isSecret: plain(fields['NoEcho'])?.toLowerCase() === 'true',
  }
}

/** Parameters and conditions of a template; a text that is none has neither. */
export function declaredIn({ text, parameters = {} }: Pick<Source, 'text' | 'parameters'>): Declared {
  const tree = readTextTree(text)
  const root = tree.ok ? tree.value.root : undefined
  if (!tree.ok || !isTreeMap(root)) return { parameters: [], conditions: [] }
  const evaluator = createEvaluator(scopeOf(root, parameters), tree.value)
  const conditions = sectionOf(root, 'Conditions')
  return {
    parameters: Object.entries(sectionOf(root, 'Parameters')).map(([name, one]) => parameterOf(name, one)),
    conditions: Object.keys(conditions).map((name) => ({
      name,
      holds: evaluator.condition(name, conditions),
    })),
  }
}
