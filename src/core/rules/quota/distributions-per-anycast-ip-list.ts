import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  { value: config.AnycastIpListId, path: [...path, 'AnycastIpListId'] },
]

export const quotaDistributionsPerAnycastIpList = defineQuotaRule({
  name: 'distributions-per-anycast-ip-list',
  scope: 'account',
  sees: 'all',
  summary: 'An Anycast static IP list is used by more than 100 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
