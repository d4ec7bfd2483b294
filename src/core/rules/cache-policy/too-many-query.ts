import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyTooManyQuery = defineRule({
  id: 'cache-policy/too-many-query',
  severity: 'error',
  summary: 'A cache policy names at most 10 querystrings.',
  why: '10 is the quota for each kind of name in a cache policy; more are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyQueryStringsInCachePolicy',

  *check({ document, account }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      const names = known(parameters?.QueryStringsConfig)?.QueryStrings ?? []
      if (names.length <= quotaIn(account, 'query-strings-per-cache-policy')) continue
      yield {
        path: [...at, 'QueryStringsConfig', 'QueryStrings'],
        message: `“${id}” names ${names.length} querystrings and the quota is ${quotaIn(account, 'query-strings-per-cache-policy')}, so CloudFront refuses it; key fewer.`,
      }
    }
  },
})
