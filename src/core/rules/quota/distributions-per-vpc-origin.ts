import { originsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

function* targets(distribution: PlacedDistribution) {
  for (const { value: origin, path } of originsOf(distribution))
    yield {
      value: known(origin.VpcOriginConfig)?.VpcOriginId,
      path: [...path, 'VpcOriginConfig', 'VpcOriginId'],
    }
}

export const quotaDistributionsPerVpcOrigin = defineQuotaRule({
  name: 'distributions-per-vpc-origin',
  scope: 'account',
  sees: 'all',
  summary: 'A VPC origin is used by more than 50 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
