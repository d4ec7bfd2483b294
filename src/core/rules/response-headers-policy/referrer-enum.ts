import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyReferrerEnum = defineRule({
  id: 'response-headers-policy/referrer-enum',
  severity: 'error',
  sees: 'shared',
  summary: 'ReferrerPolicy has an unknown value.',
  why: 'CloudFront takes no-referrer, no-referrer-when-downgrade, origin, origin-when-cross-origin, same-origin, strict-origin, strict-origin-when-cross-origin, unsafe-url here and refuses others.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyReferrerPolicy.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3031'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const value = known(known(security.ReferrerPolicy)?.ReferrerPolicy)
      if (
        value === undefined ||
        [
          'no-referrer',
          'no-referrer-when-downgrade',
          'origin',
          'origin-when-cross-origin',
          'same-origin',
          'strict-origin',
          'strict-origin-when-cross-origin',
          'unsafe-url',
        ].includes(value)
      )
        continue
      yield {
        path: [...at, 'ReferrerPolicy', 'ReferrerPolicy'],
        message: `“${value}” in “${id}” is refused by CloudFront as ReferrerPolicy; use no-referrer or no-referrer-when-downgrade.`,
      }
    }
  },
})
