import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isSaid, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateSslMethodRequired = defineRule({
  id: 'certificate/ssl-method-required',
  severity: 'error',
  summary: 'A certificate has no SSLSupportMethod.',
  why: 'Without SSLSupportMethod CloudFront does not know whether to serve by name (SNI) or by a dedicated address.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      if (
        !(isSaid(certificate.ACMCertificateArn) || isSaid(certificate.IAMCertificateId)) ||
        certificate.SSLSupportMethod !== undefined
      )
        continue
      const field = [...path, 'SSLSupportMethod']
      yield {
        path: field,
        message: 'The certificate has no SSLSupportMethod, so CloudFront refuses it; use “sni-only”.',
        fix: setAt(field, 'sni-only', 'Use sni-only'),
      }
    }
  },
})
