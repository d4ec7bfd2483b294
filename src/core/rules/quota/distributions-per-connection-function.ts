import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  {
    value: known(config.ConnectionFunctionAssociation)?.Id,
    path: [...path, 'ConnectionFunctionAssociation', 'Id'],
  },
]

export const quotaDistributionsPerConnectionFunction = defineQuotaRule({
  name: 'distributions-per-connection-function',
  scope: 'account',
  sees: 'all',
  summary: 'A connection function is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
