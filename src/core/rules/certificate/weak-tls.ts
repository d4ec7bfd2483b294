import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateWeakTls = defineRule({
  id: 'certificate/weak-tls',
  covers: ['certificate/min-version-required'],
  severity: 'warning',
  profiles: ['recommended', 'security'],
  summary: 'Viewers can use old TLS versions or weak ciphers.',
  why: 'Older security policies let viewers use protocols and ciphers that are broken.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_174'],

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      if (!(certificate.ACMCertificateArn || certificate.IAMCertificateId)) continue
      const version =
        certificate.MinimumProtocolVersion === undefined ? 'TLSv1' : known(certificate.MinimumProtocolVersion)
      const field = [...path, 'MinimumProtocolVersion']
      const weak = version !== undefined && ['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016'].includes(version)
      const older = version === 'TLSv1.2_2018' || version === 'TLSv1.2_2019'
      if (!weak && !older) continue
      yield {
        path: field,
        severity: weak ? 'warning' : 'info',
        message: `The security policy “${version}” lets viewers use ${weak ? 'TLS older than 1.2' : 'weaker ciphers'}; use “TLSv1.2_2021”.`,
        suggestions: [setAt(field, 'TLSv1.2_2021', 'Use TLSv1.2_2021')],
      }
    }
  },
})
