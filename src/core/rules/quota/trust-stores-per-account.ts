import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaTrustStoresPerAccount = defineQuotaRule({
  name: 'trust-stores-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 20 trust stores.',
  counted: 'trust stores',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    yield* inAccount(document, 'TrustStore')
  },
})
