import { knownItems } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { legacyValues } from '#core/rules/lookup/legacy-forwarding.ts'

export const quotaLegacyQueryStringsTotalLength = defineQuotaRule({
  name: 'legacy-query-strings-total-length',
  scope: 'design',
  summary: 'The query strings to cache by have at most 512 characters together.',
  counted: 'characters of query strings',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { values, owner, path } of legacyValues(document)) {
      const used = knownItems(values.QueryStringCacheKeys).reduce((sum, name) => sum + name.length, 0)
      yield { owner, used, path: [...path, 'QueryStringCacheKeys'] }
    }
  },
})
