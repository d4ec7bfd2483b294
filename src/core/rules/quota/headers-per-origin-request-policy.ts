import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaHeadersPerOriginRequestPolicy = defineQuotaRule({
  name: 'headers-per-origin-request-policy',
  scope: 'design',
  summary: 'An origin request policy names at most 10 headers.',
  counted: 'headers',
  code: 'TooManyHeadersInOriginRequestPolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy'))
      yield {
        owner: `“${id}”`,
        used: (known(config.HeadersConfig)?.Headers ?? []).length,
        path: [...path, 'HeadersConfig', 'Headers'],
      }
  },
})
