import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateMinVersionRequired = defineRule({
  id: 'certificate/min-version-required',
  severity: 'warning',
  summary: 'A certificate of your own comes with a security policy.',
  why: 'Without MinimumProtocolVersion CloudFront takes TLSv1, with protocols and ciphers that are broken.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (
        !(certificate.ACMCertificateArn || certificate.IAMCertificateId) ||
        certificate.MinimumProtocolVersion !== undefined
      )
        continue
      yield {
        path: [...path, 'MinimumProtocolVersion'],
        message: 'No minimum protocol version is set, so viewers may use TLSv1; use “TLSv1.2_2021”.',
        fix: setAt([...path, 'MinimumProtocolVersion'], 'TLSv1.2_2021', 'Use TLSv1.2_2021'),
      }
    }
  },
})
