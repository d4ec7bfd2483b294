import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaDistributionsPerAccount = defineQuotaRule({
  name: 'distributions-per-account',
  scope: 'account',
  summary: 'An account has at most 500 distributions.',
  counted: 'distributions',
  code: 'TooManyDistributions',

  *usages({ document }) {
    yield* inAccount(document, 'Distribution')
  },
})
