import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasMultiTenant = defineRule({
  id: 'alias/multi-tenant',
  covers: ['tenant/unsupported-field'],
  severity: 'error',
  summary: 'A multi-tenant distribution has alternate domain names.',
  why: 'With ConnectionMode tenant-only domains live on distribution tenants; Aliases are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.ConnectionMode) !== 'tenant-only' || (config.Aliases ?? []).length === 0) continue
      yield {
        path: [...path, 'Aliases'],
        message: `“${id}” is multi-tenant, so CloudFront refuses Aliases on it; put the names into distribution tenants.`,
        fix: removeAt([...path, 'Aliases'], 'Remove the names'),
      }
    }
  },
})
