import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateIamUsed = defineRule({
  id: 'certificate/iam-used',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'The certificate is in IAM, where it is not renewed.',
  why: 'A server certificate in IAM is not renewed by itself, and multi-tenant distributions refuse it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (!certificate.IAMCertificateId) continue
      yield {
        path: [...path, 'IAMCertificateId'],
        message: 'The certificate is in IAM, where nobody renews it; prefer one of ACM in us-east-1.',
      }
    }
  },
})
