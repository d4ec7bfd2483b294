import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaCustomCachePolicyPerAccount = defineQuotaRule({
  name: 'custom-cache-policy-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 20 cache policies of its own.',
  counted: 'cache policies',
  code: 'TooManyCachePolicies',

  *usages({ document }) {
    yield* inAccount(document, 'CachePolicy')
  },
})
