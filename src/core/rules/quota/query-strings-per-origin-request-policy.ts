import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaQueryStringsPerOriginRequestPolicy = defineQuotaRule({
  name: 'query-strings-per-origin-request-policy',
  scope: 'design',
  summary: 'An origin request policy names at most 10 query strings.',
  counted: 'query strings',
  code: 'TooManyQueryStringsInOriginRequestPolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy'))
      yield {
        owner: `“${id}”`,
        used: (known(config.QueryStringsConfig)?.QueryStrings ?? []).length,
        path: [...path, 'QueryStringsConfig', 'QueryStrings'],
      }
  },
})
