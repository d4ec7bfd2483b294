import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isMultiTenant } from '#core/rules/lookup/tenant-links.ts'
import { unsupportedIn } from '#core/rules/lookup/tenant-unsupported.ts'

export const tenantUnsupportedField = defineRule({
  id: 'tenant/unsupported-field',
  severity: 'error',
  summary: 'A multi-tenant distribution has a field for standard distributions.',
  why: 'With ConnectionMode tenant-only CloudFront refuses what tenants and connection groups set, and what only older configurations have.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      if (!isMultiTenant(distribution.config)) continue
      for (const { path, field, remedy, isSafe } of unsupportedIn(distribution))
        yield {
          path,
          message: `“${distribution.id}” is multi-tenant and has ${field}, which CloudFront refuses there; ${remedy}.`,
          ...(isSafe ? { fix: removeAt(path, `Remove ${field}`) } : {}),
        }
    }
  },
})
