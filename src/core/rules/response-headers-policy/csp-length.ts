import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'

export const responseHeadersPolicyCspLength = defineQuotaRule({
  id: 'response-headers-policy/csp-length',
  name: 'csp-header-value-length',
  scope: 'design',
  sees: 'shared',
  summary: 'The content security policy is too long.',
  counted: 'characters in its content security policy',
  code: 'TooLongCSPInResponseHeadersPolicy',
  isLength: true,

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy'))
      yield* lengthOf(
        known(known(config.SecurityHeadersConfig)?.ContentSecurityPolicy)?.ContentSecurityPolicy,
        `“${id}”`,
        [...path, 'SecurityHeadersConfig', 'ContentSecurityPolicy', 'ContentSecurityPolicy'],
      )
  },
})
