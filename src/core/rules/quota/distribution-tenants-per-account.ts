import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaDistributionTenantsPerAccount = defineQuotaRule({
  name: 'distribution-tenants-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 10,000 distribution tenants.',
  counted: 'distribution tenants',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    yield* inAccount(document, 'DistributionTenant')
  },
})
