import type { PlacedDistribution } from '#core/rules/walk.ts'
import { perTarget } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  { value: config.AnycastIpListId, path: [...path, 'AnycastIpListId'] },
]

export const quotaDistributionsPerAnycastIpList = defineQuotaRule({
  name: 'distributions-per-anycast-ip-list',
  scope: 'account',
  summary: 'An Anycast static IP list is used by at most 100 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
