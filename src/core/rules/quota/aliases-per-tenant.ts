import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaAliasesPerTenant = defineQuotaRule({
  name: 'aliases-per-tenant',
  scope: 'design',
  summary: 'A tenant has at most 100 domain names.',
  counted: 'domain names',
  code: 'InvalidArgument',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant'))
      yield { owner: `“${id}”`, used: (config.Domains ?? []).length, path: [...path, 'Domains'] }
  },
})
