import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateAcmArnFormat = defineRule({
  id: 'certificate/acm-arn-format',
  severity: 'error',
  summary: 'ACMCertificateArn is not the ARN of an ACM certificate.',
  why: 'CloudFront looks the certificate up by its ARN and refuses anything else in this field.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      const arn = known(certificate.ACMCertificateArn)
      if (
        arn === undefined ||
        arn === '' ||
        /^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/.test(arn)
      )
        continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `“${arn}” is not the ARN of an ACM certificate, so CloudFront refuses it; it looks like arn:aws:acm:us-east-1:ACCOUNT:certificate/ID.`,
      }
    }
  },
})
