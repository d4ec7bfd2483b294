import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateMinVersionEnum = defineRule({
  id: 'certificate/min-version-enum',
  severity: 'error',
  summary: 'MinimumProtocolVersion has an unknown value.',
  why: 'Security policies have names of their own; TLSv1.2 alone is not one of them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  code: 'InvalidMinimumProtocolVersion',
  alsoKnownAs: ['cfn-lint E3030'],

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      const policies = [
        'TLSv1.2_2021',
        'TLSv1.2_2019',
        'TLSv1.2_2018',
        'TLSv1.2_2025',
        'TLSv1.3_2025',
        'TLSv1.1_2016',
        'TLSv1_2016',
        'TLSv1',
        'SSLv3',
      ]
      const version = known(certificate.MinimumProtocolVersion)
      if (version === undefined || policies.includes(version)) continue
      const field = [...path, 'MinimumProtocolVersion']
      yield {
        path: field,
        message: `“${version}” is not a security policy of CloudFront; use “TLSv1.2_2021”.`,
        fix: setAt(field, 'TLSv1.2_2021', 'Use TLSv1.2_2021'),
      }
    }
  },
})
