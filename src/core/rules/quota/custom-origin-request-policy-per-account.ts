import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaCustomOriginRequestPolicyPerAccount = defineQuotaRule({
  name: 'custom-origin-request-policy-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 20 origin request policies of its own.',
  counted: 'origin request policies',
  code: 'TooManyOriginRequestPolicies',

  *usages({ document }) {
    yield* inAccount(document, 'OriginRequestPolicy')
  },
})
