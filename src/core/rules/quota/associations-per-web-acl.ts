import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  { value: config.WebACLId, path: [...path, 'WebACLId'] },
]

export const quotaAssociationsPerWebAcl = defineQuotaRule({
  name: 'associations-per-web-acl',
  scope: 'account',
  sees: 'all',
  summary: 'A web ACL would be on more than 100 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
