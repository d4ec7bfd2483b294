import type { PlacedDistribution } from '#core/rules/walk.ts'
import { perTarget } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  { value: config.WebACLId, path: [...path, 'WebACLId'] },
]

export const quotaAssociationsPerWebAcl = defineQuotaRule({
  name: 'associations-per-web-acl',
  scope: 'account',
  summary: 'A web ACL is on at most 100 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
