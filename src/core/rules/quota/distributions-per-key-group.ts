import { behaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

function* targets(distribution: PlacedDistribution) {
  for (const placed of behaviorsOf(distribution))
    for (const [index, value] of (known(placed.behavior.TrustedKeyGroups)?.Items ?? []).entries())
      yield { value, path: [...placed.path, 'TrustedKeyGroups', 'Items', index] }
}

export const quotaDistributionsPerKeyGroup = defineQuotaRule({
  name: 'distributions-per-key-group',
  scope: 'account',
  sees: 'all',
  summary: 'A key group is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsAssociatedToKeyGroup',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
