import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateAcmOtherAccount = defineRule({
  id: 'certificate/acm-other-account',
  severity: 'error',
  summary: 'The ACM certificate is in another account.',
  why: 'An ACM certificate cannot be used from another account.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-limits.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const owner = /^arn:aws[\w-]*:acm:[a-z0-9-]*:(\d{12}):/.exec(
        known(certificate.ACMCertificateArn) ?? '',
      )?.[1]
      if (owner === undefined || account?.accountId === undefined || owner === account.accountId) continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `The certificate belongs to account “${owner}” and the distribution to “${account.accountId}”, so CloudFront cannot use it; request or import one there.`,
      }
    }
  },
})
