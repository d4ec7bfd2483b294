import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isMultiTenant, parameterUses } from '#core/rules/lookup/tenant-links.ts'

export const tenantParameterCount = defineRule({
  id: 'tenant/parameter-count',
  covers: ['quota/parameters-per-field', 'quota/parameters-per-multi-tenant-distribution'],
  severity: 'error',
  summary: 'A multi-tenant distribution has too many parameters.',
  why: 'The quotas are five parameters for each distribution and two in one field.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      if (!isMultiTenant(config)) continue
      const most = quotaNumber('parameters-per-multi-tenant-distribution')
      const count = (known(config.TenantConfig)?.ParameterDefinitions ?? []).length
      if (count > most)
        yield {
          path: [...path, 'TenantConfig', 'ParameterDefinitions'],
          message: `“${id}” defines ${count} parameters and CloudFront takes ${most}; remove some.`,
        }
      const inField = quotaNumber('parameters-per-field')
      for (const { names, text, path: field } of parameterUses(distribution))
        if (names.length > inField)
          yield {
            path: field,
            message: `“${text}” has ${names.length} parameters and CloudFront takes ${inField} in one field; put more into one of them.`,
          }
    }
  },
})
