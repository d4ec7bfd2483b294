import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const tenantPrimaryDomain = defineRule({
  id: 'tenant/primary-domain',
  severity: 'error',
  sees: 'shared',
  summary: 'A requested certificate is for a domain that the tenant does not have.',
  why: "PrimaryDomainName of ManagedCertificateRequest must be one of the tenant's Domains.",
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ManagedCertificateRequest.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant')) {
      const primary = known(known(config.ManagedCertificateRequest)?.PrimaryDomainName)
      const items = config.Domains ?? []
      const names = items.map((item) => known(known(item)?.Domain))
      const [first] = names
      if (primary === undefined || primary === '' || first === undefined || names.includes(undefined))
        continue
      if (names.some((name) => name?.toLowerCase() === primary.toLowerCase())) continue
      const field = [...path, 'ManagedCertificateRequest', 'PrimaryDomainName']
      yield {
        path: field,
        message: `The certificate of the tenant “${id}” is requested for “${primary}”, which is not one of its domain names, so CloudFront refuses it; use “${first}”.`,
        fix: setAt(field, first, `Use “${first}”`),
      }
    }
  },
})
