import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaCustomOriginRequestPolicyPerAccount = defineQuotaRule({
  name: 'custom-origin-request-policy-per-account',
  scope: 'account',
  summary: 'An account has at most 20 origin request policies of its own.',
  counted: 'origin request policies',
  code: 'TooManyOriginRequestPolicies',

  *usages({ document }) {
    yield* inAccount(document, 'OriginRequestPolicy')
  },
})
