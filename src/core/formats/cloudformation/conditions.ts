/** Decides a template's conditions (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html). */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { isTreeMap } from './scope.ts'
import { isText, type Value } from './value.ts'

export interface Conditions {
  /** True, false, or undefined where the deployment decides. */
  readonly decide: (test: Tree) => boolean | undefined
  readonly condition: (name: string, at: object) => boolean | undefined
}
interface Surroundings {
  readonly declared: TreeMap
  readonly evaluate: (tree: Tree) => Value
  readonly missing: (name: string, at: object) => void
  /** A condition leads back to itself. */
  readonly circular: (name: string, at: object) => void
}

export function createConditions({ declared, evaluate, missing, circular }: Surroundings): Conditions {
  const decided = new Map<string, boolean | undefined>()
  const deciding = new Set<string>()

  function combine(name: string, tests: readonly Tree[]): boolean | undefined {
    const results = tests.map(decide)
    const settles = name === 'Fn::Or'
    if (results.includes(settles)) return settles
    return results.includes(undefined) ? undefined : !settles
  }

  function decide(test: Tree): boolean | undefined {
    if (typeof test === 'boolean') return test
    if (!isTreeMap(test)) return undefined
    const [entry] = Object.entries(test)
    if (!entry) return undefined
    const [name, argument] = entry
    const tests = Array.isArray(argument) ? argument : [argument]
    switch (name) {
      case 'Condition':
        return typeof argument === 'string' ? condition(argument, test) : undefined
      case 'Fn::Not': {
        const inner = decide(tests[0] ?? null)
        return inner === undefined ? undefined : !inner
      }
      case 'Fn::Equals': {
        const [left, right] = tests.map((side) => evaluate(side))
        return isText(left) && isText(right) ? String(left) === String(right) : undefined
      }
      case 'Fn::And':
      case 'Fn::Or':
        return combine(name, tests)
      default:
        return undefined
    }
  }

  function condition(name: string, at: object): boolean | undefined {
    if (decided.has(name)) return decided.get(name)
    const test = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (test === undefined) {
      missing(name, at)
      return undefined
    }
    if (deciding.has(name)) {
      circular(name, at)
      return undefined
    }
    deciding.add(name)
    const result = decide(test)
    deciding.delete(name)
    decided.set(name, result)
    return result
  }

  return { decide, condition }
}

/** The parameters that a condition asks for, by itself or through others. */
export function parametersBehind(declared: TreeMap, name: string): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (tree: Tree | undefined): void => {
    if (typeof tree !== 'object' || tree === null) return
    if (isTreeMap(tree)) {
      const { Ref: parameter, Condition: other } = tree
      if (typeof parameter === 'string') found.add(parameter)
      if (typeof other === 'string') enter(other)
    }
    for (const child of Object.values(tree)) visit(child)
  }
  const enter = (condition: string): void => {
    if (seen.has(condition)) return
    seen.add(condition)
    visit(Object.hasOwn(declared, condition) ? declared[condition] : undefined)
  }
  enter(name)
  return found
}
