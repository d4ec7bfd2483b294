import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaDistributionTenantsPerAccount = defineQuotaRule({
  name: 'distribution-tenants-per-account',
  scope: 'account',
  summary: 'An account has at most 10,000 distribution tenants.',
  counted: 'distribution tenants',
  code: null,

  *usages({ document }) {
    yield* inAccount(document, 'DistributionTenant')
  },
})
