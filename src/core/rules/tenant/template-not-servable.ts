import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isMultiTenant } from '#core/rules/lookup/tenant-links.ts'

export const tenantTemplateNotServable = defineRule({
  id: 'tenant/template-not-servable',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'A multi-tenant distribution has no tenants.',
  why: 'On its own it serves nothing: requests are answered for the domain names of its distribution tenants.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 403, originRequests: [] } },

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (!isMultiTenant(config) || resourcesOf(document, 'DistributionTenant').length > 0) continue
      yield {
        path: [...path, 'ConnectionMode'],
        message: `“${id}” is multi-tenant and the design has no tenant for it, so it serves nothing until one is created; add a distribution tenant with its domain names.`,
      }
    }
  },
})
