/** Resources that wait for each other, which CloudFormation refuses as a circular dependency. */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'
import { isTreeMap } from './scope.ts'

/** A way from a resource back to itself, and the container in which its last step stands. */
export interface Circle {
  readonly names: readonly string[]
  readonly at: object
}
type Decide = (name: string, at: object) => boolean | undefined
interface Step {
  readonly to: string
  readonly at: object
}

/** The names in a `Fn::Sub`, without those that its own map gives. */
function* inSub(argument: Tree): Generator<string> {
  const [template, own] = Array.isArray(argument) ? argument : [argument]
  if (typeof template !== 'string') return
  for (const [, name = ''] of template.matchAll(/\$\{([^!}.]+)[^}]*\}/g))
    if (!isTreeMap(own) || !Object.hasOwn(own, name.trim())) yield name.trim()
}

/** What a resource's text names; of a decided `Fn::If` only the branch that holds. */
function* stepsIn(tree: Tree | undefined, decide: Decide): Generator<Step> {
  if (Array.isArray(tree)) for (const item of tree) yield* stepsIn(item, decide)
  if (!isTreeMap(tree)) return
  for (const key of Object.keys(tree)) {
    const value = tree[key] ?? null
    if (key === 'Ref' && typeof value === 'string') yield { to: value, at: tree }
    else if (key === 'Fn::GetAtt' && Array.isArray(value)) yield { to: said(value[0]), at: tree }
    else if (key === 'Fn::If' && Array.isArray(value) && typeof value[0] === 'string') {
      const decided = decide(value[0], tree)
      if (decided !== undefined) yield* stepsIn(value[decided ? 1 : 2], decide)
    } else {
      if (key === 'Fn::Sub') for (const to of inSub(value)) yield { to, at: tree }
      yield* stepsIn(value, decide)
    }
  }
}

function stepsOf(resource: Tree | undefined, decide: Decide): Step[] {
  if (!isTreeMap(resource)) return []
  const { DependsOn: waits, Properties: properties } = resource
  const named = (Array.isArray(waits) ? waits : [waits]).filter((name) => typeof name === 'string')
  return [...stepsIn(properties, decide), ...named.map((to) => ({ to, at: resource }))]
}

/** Each circle among the resources once, found depth first without recursion. */
export function circlesIn(resources: TreeMap, decide: Decide): Circle[] {
  const circles: Circle[] = []
  const done = new Set<string>()
  for (const start of Object.keys(resources)) {
    const way: { name: string; left: Step[] }[] = []
    const enter = (name: string) => way.push({ name, left: stepsOf(resources[name], decide) })
    if (!done.has(start)) enter(start)
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const step = here.left.shift()
      if (!step) {
        done.add(here.name)
        way.pop()
        continue
      }
      const from = way.findIndex(({ name }) => name === step.to)
      if (from >= 0) circles.push({ names: way.slice(from).map(({ name }) => name), at: step.at })
      else if (!done.has(step.to) && Object.hasOwn(resources, step.to)) enter(step.to)
    }
  }
  return circles
}
