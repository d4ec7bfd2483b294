import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { parameterUses, tenantsOf } from '#core/rules/lookup/tenant-links.ts'

export const tenantConfigOnDirect = defineRule({
  id: 'tenant/config-on-direct',
  severity: 'error',
  summary: 'Parameters for tenants are defined on multi-tenant distributions.',
  why: 'TenantConfig on a standard distribution, which ConnectionMode direct or none makes, is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TenantConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      const mode = config.ConnectionMode
      const settings = known(config.TenantConfig)
      if (!settings || (mode !== undefined && known(mode) !== 'direct')) continue
      if ((settings.ParameterDefinitions ?? []).length === 0 && mode === undefined) continue
      const isUsed = tenantsOf(document, id).length > 0 || [...parameterUses(distribution)].length > 0
      const remove = removeAt([...path, 'TenantConfig'], 'Remove TenantConfig')
      yield {
        path: [...path, 'TenantConfig'],
        message: `“${id}” defines parameters for tenants and is a standard distribution, so CloudFront refuses it; set ConnectionMode to “tenant-only” or remove TenantConfig.`,
        ...(isUsed
          ? { suggestions: [setAt([...path, 'ConnectionMode'], 'tenant-only', 'Serve tenants'), remove] }
          : { fix: remove }),
      }
    }
  },
})
