import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaCustomResponseHeadersPoliciesPerAccount = defineQuotaRule({
  name: 'custom-response-headers-policies-per-account',
  scope: 'account',
  summary: 'An account has at most 20 response headers policies of its own.',
  counted: 'response headers policies',
  code: 'TooManyResponseHeadersPolicies',

  *usages({ document }) {
    yield* inAccount(document, 'ResponseHeadersPolicy')
  },
})
