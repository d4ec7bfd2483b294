/** Where an edge function changes a request's path, and which behavior the new path would have chosen. */
import type { AnyNode } from 'acorn'
import { coverageOf } from '#core/http/pattern-coverage.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { behaviorsOf, type PlacedBehavior } from '#core/model/distribution.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import { textPattern } from '#core/rules/code-text.ts'
import { type CodeTree, nodesIn } from '#core/rules/code-tree.ts'
import type { PlacedDistribution } from '#core/rules/walk.ts'

export interface UriAssignment {
  readonly node: AnyNode
  readonly value: AnyNode
  /** The new path as a pattern; undefined where nothing certain can be said of it. */
  readonly pattern: string | undefined
}

/** The assignments to the request's URI. */
export function uriAssignments(tree: CodeTree): UriAssignment[] {
  return [...nodesIn(tree.program)].flatMap((node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return []
    if (tree.placeOf(node.left)?.join('.') !== 'event.request.uri') return []
    const text = textPattern(tree, node.right)
    const pattern = node.operator === '=' ? text : text === undefined ? undefined : `/*${text}`
    return [{ node, value: node.right, pattern: pattern?.replace(/\*+/g, '*') }]
  })
}

/** The behavior that serves every path of a pattern; undefined where several do, or it is not certain. */
export function behaviorFor(distribution: PlacedDistribution, pattern: string): PlacedBehavior | undefined {
  if (!isWhollyKnown(distribution.config.CacheBehaviors)) return undefined
  for (const placed of behaviorsOf(distribution)) {
    if (placed.index === undefined) return placed
    const own = known(placed.behavior.PathPattern)
    if (own === undefined) return undefined
    if (coverageOf([own], pattern).covered) return placed
    if (overlapOf(own, pattern) !== undefined) return undefined
  }
  return undefined
}
