import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaParametersPerTenant = defineQuotaRule({
  name: 'parameters-per-tenant',
  scope: 'design',
  sees: 'shared',
  summary: 'A tenant gives too many parameters a value.',
  counted: 'parameters',
  code: 'InvalidArgument',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant'))
      yield { owner: `“${id}”`, used: (config.Parameters ?? []).length, path: [...path, 'Parameters'] }
  },
})
