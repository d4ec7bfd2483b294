import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateMinVersionSni = defineRule({
  id: 'certificate/min-version-sni',
  severity: 'error',
  summary: 'SSLv3 is not possible with SNI.',
  why: 'SSLv3 has no SNI: CloudFront refuses the two together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  code: 'InvalidProtocolSettings',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      if (
        known(certificate.SSLSupportMethod) !== 'sni-only' ||
        known(certificate.MinimumProtocolVersion) !== 'SSLv3'
      )
        continue
      const field = [...path, 'MinimumProtocolVersion']
      yield {
        path: field,
        message: 'SSLv3 does not know SNI, so CloudFront refuses it with “sni-only”; use TLSv1.2_2021.',
        fix: setAt(field, 'TLSv1.2_2021', 'Use TLSv1.2_2021'),
      }
    }
  },
})
