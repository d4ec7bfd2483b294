import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { parameterUses } from '#core/rules/lookup/tenant-links.ts'

export const quotaParametersPerField = defineQuotaRule({
  name: 'parameters-per-field',
  scope: 'design',
  summary: 'A field of an origin has at most 2 parameters.',
  counted: 'parameters',
  code: 'InvalidArgument',

  *usages({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { names, text, path } of parameterUses(distribution))
        yield { owner: `“${text}”`, used: names.length, path }
  },
})
