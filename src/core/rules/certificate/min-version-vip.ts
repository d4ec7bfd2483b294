import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateMinVersionVip = defineRule({
  id: 'certificate/min-version-vip',
  severity: 'warning',
  summary: 'This security policy is not for dedicated IP addresses.',
  why: 'With “vip” CloudFront takes SSLv3 or TLSv1; the others need a case with AWS Support.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  code: 'InvalidMinimumProtocolVersion',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const version = known(certificate.MinimumProtocolVersion)
      if (
        known(certificate.SSLSupportMethod) !== 'vip' ||
        version === undefined ||
        version === 'SSLv3' ||
        version === 'TLSv1'
      )
        continue
      if (!(certificate.ACMCertificateArn || certificate.IAMCertificateId)) continue
      yield {
        path: [...path, 'MinimumProtocolVersion'],
        message: `“${version}” is not offered on dedicated IP addresses, so CloudFront refuses it; use “sni-only”.`,
        suggestions: [setAt([...path, 'SSLSupportMethod'], 'sni-only', 'Use sni-only')],
      }
    }
  },
})
