import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'
import { legacyValues } from '#core/rules/lookup/legacy-forwarding.ts'

export const quotaLegacyQueryStringLength = defineQuotaRule({
  name: 'legacy-query-string-length',
  scope: 'design',
  summary: 'The name of a query string to cache by has at most 128 characters.',
  counted: 'characters in a query string',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { values, owner, path } of legacyValues(document))
      for (const [index, name] of (values.QueryStringCacheKeys ?? []).entries())
        yield* lengthOf(name, owner, [...path, 'QueryStringCacheKeys', index])
  },
})
