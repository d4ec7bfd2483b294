import { resourcesOf } from '#core/model/distribution.ts'
import { coversName } from '#core/model/domain-names.ts'
import { isExpression, known } from '#core/model/field.ts'
import { defineRule, type Finding, type RuleContext } from '#core/rules/harness/rule.ts'
import { namesOfCertificate } from '#core/rules/lookup/certificate-names.ts'
import { distributionOfTenant, type PlacedTenant } from '#core/rules/lookup/tenant-links.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** The names that every tenant shares; none with CloudFront's own certificate, undefined where they are not known. */
function sharedNames({ config }: PlacedDistribution, context: RuleContext): string[] | undefined {
  const { ViewerCertificate: field } = config
  if (field === undefined) return []
  const certificate = known(field)
  if (!certificate) return undefined
  if (known(certificate.CloudFrontDefaultCertificate) === true) return []
  return namesOfCertificate(context, certificate.ACMCertificateArn)
}

function* outsideRegion({ id, config, path }: PlacedTenant): Generator<Finding> {
  const arn = known(known(known(config.Customizations)?.Certificate)?.Arn)
  const region = /^arn:[\w-]+:acm:([\w-]+):/.exec(arn ?? '')?.[1]
  if (region === undefined || region === 'us-east-1') return
  yield {
    path: [...path, 'Customizations', 'Certificate', 'Arn'],
    message: `The certificate of the tenant “${id}” is of ${region} and CloudFront takes those of us-east-1 only; request or import it there.`,
  }
}

export const tenantCertificate = defineRule({
  id: 'tenant/certificate',
  severity: 'error',
  sees: 'all',
  summary: 'A tenant has no certificate that covers its domain names.',
  why: 'Its own, one that CloudFront requests for it, or the one of the multi-tenant distribution; otherwise the tenant is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionTenant.html',
  code: 'InvalidArgument',

  *check({ document, account }) {
    for (const tenant of resourcesOf(document, 'DistributionTenant')) {
      yield* outsideRegion(tenant)
      const distribution = distributionOfTenant(document, tenant)
      const { Customizations: own, ManagedCertificateRequest: request, Domains: domains = [] } = tenant.config
      if (!distribution || request !== undefined || isExpression(own) || own?.Certificate !== undefined)
        continue
      const names = sharedNames(distribution, { document, ...(account && { account }) })
      if (!names) continue
      for (const [index, item] of domains.entries()) {
        const name = known(known(item)?.Domain)
        if (name === undefined || names.some((one) => coversName(one, name))) continue
        yield {
          path: [...tenant.path, 'Domains', index, 'Domain'],
          message: `No certificate covers “${name}” of the tenant “${tenant.id}”, so CloudFront refuses it; add ManagedCertificateRequest, a certificate of its own, or the name to the certificate of “${distribution.id}”.`,
        }
      }
    }
  },
})
