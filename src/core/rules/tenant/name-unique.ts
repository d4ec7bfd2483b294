import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const tenantNameUnique = defineNameRule({
  id: 'tenant/name-unique',
  type: 'DistributionTenant',
  things: 'distribution tenants',
  code: 'EntityAlreadyExists',
  docs: 'CreateDistributionTenant',
})
