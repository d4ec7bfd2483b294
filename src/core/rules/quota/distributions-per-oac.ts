import { originsOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

function* targets(distribution: PlacedDistribution) {
  for (const { value: origin, path } of originsOf(distribution))
    yield { value: origin.OriginAccessControlId, path: [...path, 'OriginAccessControlId'] }
}

export const quotaDistributionsPerOac = defineQuotaRule({
  name: 'distributions-per-oac',
  scope: 'account',
  sees: 'all',
  summary: 'An origin access control is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsAssociatedToOriginAccessControl',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
