import { quotaIn } from '#core/model/account.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyQsCount = defineRule({
  id: 'behavior/legacy-qs-count',
  covers: [
    'quota/legacy-query-strings-per-behavior',
    'quota/legacy-query-strings-total-length',
    'quota/legacy-query-string-length',
  ],
  severity: 'error',
  sees: 'behavior',
  summary: 'Too many query strings are cached by name.',
  why: 'CloudFront takes 10 keys of 128 characters each and 512 together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyQueryStringParameters',

  *check({ document, account }) {
    const most = quotaIn(account, 'legacy-query-strings-per-behavior')
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const names = knownItems(legacy.QueryStringCacheKeys)
      const total = names.reduce((sum, name) => sum + name.length, 0)
      if (names.length <= most && total <= 512 && names.every((name) => name.length <= 128)) continue
      yield {
        path: [...at, 'QueryStringCacheKeys'],
        message: `${behaviorName(placed)} lists ${names.length} query strings of ${total} characters and CloudFront takes ${most} of 128 each and 512 together; remove or shorten some.`,
      }
    }
  },
})
