import { behaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

function* targets(distribution: PlacedDistribution) {
  for (const placed of behaviorsOf(distribution))
    for (const [index, item] of (placed.behavior.FunctionAssociations ?? []).entries())
      yield {
        value: known(item)?.FunctionARN,
        path: [...placed.path, 'FunctionAssociations', index, 'FunctionARN'],
      }
}

export const quotaDistributionsPerCffFunction = defineQuotaRule({
  name: 'distributions-per-cff-function',
  scope: 'account',
  sees: 'all',
  summary: 'A CloudFront function is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsWithSingleFunctionARN',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
