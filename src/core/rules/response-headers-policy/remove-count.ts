import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const responseHeadersPolicyRemoveCount = defineQuotaRule({
  id: 'response-headers-policy/remove-count',
  name: 'remove-headers-per-response-headers-policy',
  scope: 'design',
  sees: 'shared',
  summary: 'A response headers policy removes too many headers.',
  counted: 'headers to remove',
  code: 'TooManyRemoveHeadersInResponseHeadersPolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy'))
      yield {
        owner: `“${id}”`,
        used: (config.RemoveHeadersConfig ?? []).length,
        path: [...path, 'RemoveHeadersConfig'],
      }
  },
})
