import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const tenantDomains = defineRule({
  id: 'tenant/domains',
  covers: ['quota/aliases-per-tenant'],
  severity: 'error',
  sees: 'all',
  summary: "A tenant's domain names are not valid.",
  why: 'CloudFront wants at least one and at most 100, and each name once in all of AWS.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionTenant.html',
  code: 'CNAMEAlreadyExists',

  *check({ document }) {
    const most = quotaNumber('aliases-per-tenant')
    const owners = new Map<string, string>()
    for (const { id, config } of distributionsIn(document))
      for (const alias of knownItems(config.Aliases)) owners.set(alias.toLowerCase(), id)
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant')) {
      const domains = config.Domains ?? []
      const field = [...path, 'Domains']
      if (domains.length === 0 || domains.length > most)
        yield {
          path: field,
          message: `The tenant “${id}” has ${domains.length} domain names and CloudFront takes 1 to ${most}; ${domains.length === 0 ? 'add one' : 'use a wildcard or a second tenant'}.`,
        }
      for (const [index, item] of domains.entries()) {
        const name = known(known(item)?.Domain)
        if (name === undefined) continue
        const at = [...field, index, 'Domain']
        const lower = name.toLowerCase()
        if (name !== lower)
          yield {
            path: at,
            message: `“${name}” of the tenant “${id}” has capital letters, which CloudFront refuses; write “${lower}”.`,
            fix: setAt(at, lower, `Use “${lower}”`),
          }
        const owner = owners.get(lower)
        owners.set(lower, id)
        if (owner !== undefined)
          yield {
            path: at,
            message: `“${name}” of the tenant “${id}” belongs to “${owner}” already, so CloudFront answers CNAMEAlreadyExists; keep it in one place.`,
          }
      }
    }
  },
})
