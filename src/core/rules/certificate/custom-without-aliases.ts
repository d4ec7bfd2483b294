import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateCustomWithoutAliases = defineRule({
  id: 'certificate/custom-without-aliases',
  severity: 'warning',
  summary: 'A certificate is attached without an alternate domain name.',
  why: 'A distribution without alternate domain names is reached by its cloudfront.net name, which your certificate does not cover.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (!(certificate.ACMCertificateArn || certificate.IAMCertificateId)) continue
      if (
        (config.Aliases ?? []).length > 0 ||
        known(config.Staging) === true ||
        (known(config.ConnectionMode) ?? 'direct') !== 'direct'
      )
        continue
      yield {
        path,
        message:
          'The certificate has no alternate domain name to serve, and it does not cover the cloudfront.net name; add the names it is for or use the default certificate.',
      }
    }
  },
})
