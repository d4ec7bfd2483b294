import { behaviorsOf } from '#core/model/distribution.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** AWS's managed policies have no such quota. */
const isOwn = (name: string) => !managedPolicies('ResponseHeadersPolicy').some(({ id }) => id === name)

function* targets(distribution: PlacedDistribution) {
  for (const placed of behaviorsOf(distribution))
    yield {
      value: placed.behavior.ResponseHeadersPolicyId,
      path: [...placed.path, 'ResponseHeadersPolicyId'],
    }
}

export const quotaDistributionsPerResponseHeadersPolicy = defineQuotaRule({
  name: 'distributions-per-response-headers-policy',
  scope: 'account',
  sees: 'all',
  summary: 'A response headers policy is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsAssociatedToResponseHeadersPolicy',

  *usages({ document }) {
    yield* perTarget(document, targets, isOwn)
  },
})
