import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { legacyValues } from '#core/rules/lookup/legacy-forwarding.ts'

export const quotaLegacyQueryStringsPerBehavior = defineQuotaRule({
  name: 'legacy-query-strings-per-behavior',
  scope: 'design',
  summary: 'A behavior without a cache policy caches by at most 10 query strings.',
  counted: 'query strings',
  code: 'TooManyQueryStringParameters',

  *usages({ document }) {
    for (const { values, owner, path } of legacyValues(document))
      yield {
        owner,
        used: (values.QueryStringCacheKeys ?? []).length,
        path: [...path, 'QueryStringCacheKeys'],
      }
  },
})
