import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaDistributionsPerAccount = defineQuotaRule({
  name: 'distributions-per-account',
  scope: 'account',
  sees: 'all',
  summary: 'The account has more than 500 distributions.',
  counted: 'distributions',
  code: 'TooManyDistributions',

  *usages({ document }) {
    yield* inAccount(document, 'Distribution')
  },
})
