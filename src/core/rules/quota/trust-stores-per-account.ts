import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaTrustStoresPerAccount = defineQuotaRule({
  name: 'trust-stores-per-account',
  scope: 'account',
  summary: 'An account has at most 20 trust stores.',
  counted: 'trust stores',
  code: null,

  *usages({ document }) {
    yield* inAccount(document, 'TrustStore')
  },
})
