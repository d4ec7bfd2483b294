import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateTls13Only = defineRule({
  id: 'certificate/tls13-only',
  severity: 'info',
  summary: 'Viewers without TLS 1.3 cannot connect.',
  why: 'The security policy TLSv1.3_2025 turns away viewers that know TLS 1.2 only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (known(certificate.MinimumProtocolVersion) !== 'TLSv1.3_2025') continue
      yield {
        path: [...path, 'MinimumProtocolVersion'],
        message:
          '“TLSv1.3_2025” turns away viewers that know TLS 1.2 only; use “TLSv1.2_2025” if some of yours do.',
      }
    }
  },
})
