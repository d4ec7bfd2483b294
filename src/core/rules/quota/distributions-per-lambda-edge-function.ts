import { behaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

function* targets(distribution: PlacedDistribution) {
  for (const placed of behaviorsOf(distribution))
    for (const [index, item] of (placed.behavior.LambdaFunctionAssociations ?? []).entries())
      yield {
        value: known(item)?.LambdaFunctionARN,
        path: [...placed.path, 'LambdaFunctionAssociations', index, 'LambdaFunctionARN'],
      }
}

export const quotaDistributionsPerLambdaEdgeFunction = defineQuotaRule({
  name: 'distributions-per-lambda-edge-function',
  scope: 'account',
  sees: 'all',
  summary: 'A Lambda@Edge function is used by more than 500 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsWithSingleFunctionARN',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
