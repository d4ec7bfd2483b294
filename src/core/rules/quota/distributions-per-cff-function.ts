import { behaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import type { PlacedDistribution } from '#core/rules/walk.ts'
import { perTarget } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

function* targets({ config, path }: PlacedDistribution) {
  for (const placed of behaviorsOf({ config, path }))
    for (const [index, item] of (placed.behavior.FunctionAssociations ?? []).entries())
      yield {
        value: known(item)?.FunctionARN,
        path: [...placed.path, 'FunctionAssociations', index, 'FunctionARN'],
      }
}

export const quotaDistributionsPerCffFunction = defineQuotaRule({
  name: 'distributions-per-cff-function',
  scope: 'account',
  summary: 'A CloudFront function is used by at most 100 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsWithSingleFunctionARN',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
