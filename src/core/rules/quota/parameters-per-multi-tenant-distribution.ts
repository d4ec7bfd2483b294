import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaParametersPerMultiTenantDistribution = defineQuotaRule({
  name: 'parameters-per-multi-tenant-distribution',
  scope: 'design',
  summary: 'A multi-tenant distribution defines at most 5 parameters.',
  counted: 'parameters',
  code: 'InvalidArgument',

  *usages({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const used = (known(config.TenantConfig)?.ParameterDefinitions ?? []).length
      yield { owner: `“${id}”`, used, path: [...path, 'TenantConfig', 'ParameterDefinitions'] }
    }
  },
})
