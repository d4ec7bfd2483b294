import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { distributionOfTenant } from '#core/rules/lookup/tenant-links.ts'

export const tenantDistributionMode = defineRule({
  id: 'tenant/distribution-mode',
  severity: 'error',
  sees: 'all',
  summary: 'A tenant belongs to a distribution that is not multi-tenant.',
  why: 'A distribution tenant of a standard distribution is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionTenant.html',
  code: 'InvalidAssociation',

  *check({ document }) {
    for (const tenant of resourcesOf(document, 'DistributionTenant')) {
      const distribution = distributionOfTenant(document, tenant)
      const mode = distribution?.config.ConnectionMode
      if (!distribution || (mode !== undefined && known(mode) !== 'direct')) continue
      yield {
        path: [...tenant.path, 'DistributionId'],
        message: `The tenant “${tenant.id}” belongs to “${distribution.id}”, which is a standard distribution, so CloudFront answers InvalidAssociation; set its ConnectionMode to “tenant-only”.`,
        suggestions: [setAt([...distribution.path, 'ConnectionMode'], 'tenant-only', 'Serve tenants')],
      }
    }
  },
})
