import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { distributionOfTenant, parametersOf } from '#core/rules/lookup/tenant-links.ts'

export const tenantParameterUnknown = defineRule({
  id: 'tenant/parameter-unknown',
  severity: 'warning',
  sees: 'all',
  summary: 'A tenant sets a parameter that does not exist.',
  why: 'A value for a parameter that the multi-tenant distribution does not define is used nowhere.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Parameter.html',
  code: null,

  *check({ document }) {
    for (const tenant of resourcesOf(document, 'DistributionTenant')) {
      const distribution = distributionOfTenant(document, tenant)
      const parameters = distribution && parametersOf(distribution)
      if (!parameters) continue
      for (const [index, item] of (tenant.config.Parameters ?? []).entries()) {
        const name = known(known(item)?.Name)
        if (name === undefined || parameters.some((one) => one.name === name)) continue
        const field = [...tenant.path, 'Parameters', index]
        yield {
          path: [...field, 'Name'],
          message: `The tenant “${tenant.id}” gives a value to “${name}”, which “${distribution.id}” does not define; remove it or correct the name.`,
          fix: removeAt(field, `Remove “${name}”`),
        }
      }
    }
  },
})
