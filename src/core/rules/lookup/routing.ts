import { matchesPattern } from '#core/http/path-pattern.ts'
import { behaviorsOf, type PlacedBehavior } from '#core/model/distribution.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import type { PlacedDistribution } from './walk.ts'

/** The behavior that serves a path; undefined where a pattern before it is left to the deployment. */
export function behaviorServing(distribution: PlacedDistribution, path: string): PlacedBehavior | undefined {
  if (!isWhollyKnown(distribution.config.CacheBehaviors)) return undefined
  for (const placed of behaviorsOf(distribution)) {
    if (placed.index === undefined) return placed
    const pattern = known(placed.behavior.PathPattern)
    if (pattern === undefined) return undefined
    if (matchesPattern(pattern, path)) return placed
  }
  return undefined
}
