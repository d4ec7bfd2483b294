import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaCustomResponseHeadersPoliciesPerAccount = defineQuotaRule({
  name: 'custom-response-headers-policies-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 20 response headers policies of its own.',
  counted: 'response headers policies',
  code: 'TooManyResponseHeadersPolicies',

  *usages({ document }) {
    yield* inAccount(document, 'ResponseHeadersPolicy')
  },
})
