import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const responseHeadersPolicyCustomHeadersCount = defineQuotaRule({
  id: 'response-headers-policy/custom-headers-count',
  name: 'custom-headers-per-response-headers-policy',
  scope: 'design',
  sees: 'shared',
  summary: 'A response headers policy has too many custom headers.',
  counted: 'custom headers',
  code: 'TooManyCustomHeadersInResponseHeadersPolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy'))
      yield {
        owner: `“${id}”`,
        used: (config.CustomHeadersConfig ?? []).length,
        path: [...path, 'CustomHeadersConfig'],
      }
  },
})
