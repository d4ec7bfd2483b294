import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyFrameOptionEnum = defineRule({
  id: 'response-headers-policy/frame-option-enum',
  severity: 'error',
  sees: 'shared',
  summary: 'FrameOption has an unknown value.',
  why: 'CloudFront takes DENY, SAMEORIGIN here and refuses others.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyFrameOptions.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3031'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const value = known(known(security.FrameOptions)?.FrameOption)
      if (value === undefined || ['DENY', 'SAMEORIGIN'].includes(value)) continue
      yield {
        path: [...at, 'FrameOptions', 'FrameOption'],
        message: `“${value}” in “${id}” is refused by CloudFront as FrameOption; use DENY or SAMEORIGIN.`,
      }
    }
  },
})
