import { behaviorsOf } from '#core/model/distribution.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** AWS's managed policies have no such quota. */
const isOwn = (name: string) => !managedPolicies('CachePolicy').some(({ id }) => id === name)

function* targets(distribution: PlacedDistribution) {
  for (const placed of behaviorsOf(distribution))
    yield { value: placed.behavior.CachePolicyId, path: [...placed.path, 'CachePolicyId'] }
}

export const quotaDistributionsPerCachePolicy = defineQuotaRule({
  name: 'distributions-per-cache-policy',
  scope: 'account',
  sees: 'all',
  summary: 'A cache policy is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsAssociatedToCachePolicy',

  *usages({ document }) {
    yield* perTarget(document, targets, isOwn)
  },
})
