import { resourcesOf } from '#core/model/distribution.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { distributionOfTenant, parametersOf } from '#core/rules/lookup/tenant-links.ts'

export const tenantParameterRequired = defineRule({
  id: 'tenant/parameter-required',
  severity: 'error',
  sees: 'all',
  summary: 'A tenant leaves out a required parameter.',
  why: 'A required parameter has a value in each distribution tenant; a default of the distribution is not inherited.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ParameterDefinitionSchema.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const tenant of resourcesOf(document, 'DistributionTenant')) {
      const distribution = distributionOfTenant(document, tenant)
      const given = tenant.config.Parameters ?? []
      if (!distribution || !isWhollyKnown(given)) continue
      const names = knownItems(given).map(({ Name }) => known(Name))
      if (names.includes(undefined)) continue
      for (const { name, isRequired } of parametersOf(distribution) ?? []) {
        if (!isRequired || names.includes(name)) continue
        yield {
          path: [...tenant.path, 'Parameters'],
          message: `The tenant “${tenant.id}” gives no value to “${name}”, which “${distribution.id}” requires, so CloudFront refuses it; add a value.`,
        }
      }
    }
  },
})
