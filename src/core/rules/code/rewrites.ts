/** Where an edge function changes a request's path, and which behavior the new path would have chosen. */
import type { AnyNode } from 'acorn'
import { coverageOf } from '#core/http/pattern-coverage.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { behaviorsOf, type PlacedBehavior } from '#core/model/distribution.ts'
import type { DistributionConfig } from '#core/model/document.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'
import { textPattern } from './code-text.ts'
import type { CodeTree } from './code-tree.ts'

export interface UriAssignment {
  readonly node: AnyNode
  readonly value: AnyNode
  /** The new path as a pattern; undefined where nothing certain can be said of it. */
  readonly pattern: string | undefined
}

const byTree = new WeakMap<CodeTree, readonly UriAssignment[]>()

/** The assignments to the request's URI; found once for each tree. */
export function uriAssignments(tree: CodeTree): readonly UriAssignment[] {
  const before = byTree.get(tree)
  if (before) return before
  const found = findAssignments(tree)
  byTree.set(tree, found)
  return found
}

function findAssignments(tree: CodeTree): UriAssignment[] {
  return tree.nodes.flatMap((node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return []
    if (tree.placeName(node.left) !== 'event.request.uri') return []
    const text = textPattern(tree, node.right)
    const pattern = node.operator === '=' ? text : text === undefined ? undefined : `/*${text}`
    return [{ node, value: node.right, pattern: pattern?.replace(/\*+/g, '*') }]
  })
}

const byConfig = new WeakMap<DistributionConfig, Map<string, PlacedBehavior | undefined>>()

/** The behavior that serves every path of a pattern; undefined where several do, or it is not certain. */
export function behaviorFor(distribution: PlacedDistribution, pattern: string): PlacedBehavior | undefined {
  const byPattern = byConfig.get(distribution.config) ?? new Map<string, PlacedBehavior | undefined>()
  byConfig.set(distribution.config, byPattern)
  if (!byPattern.has(pattern)) byPattern.set(pattern, findBehavior(distribution, pattern))
  return byPattern.get(pattern)
}

function findBehavior(distribution: PlacedDistribution, pattern: string): PlacedBehavior | undefined {
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
