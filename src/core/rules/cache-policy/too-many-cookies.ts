import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyTooManyCookies = defineRule({
  id: 'cache-policy/too-many-cookies',
  severity: 'error',
  summary: 'A cache policy names at most 10 cookies.',
  why: '10 is the quota for each kind of name in a cache policy; more are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyCookiesInCachePolicy',

  *check({ document, account }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      const names = known(parameters?.CookiesConfig)?.Cookies ?? []
      if (names.length <= quotaIn(account, 'cookies-per-cache-policy')) continue
      yield {
        path: [...at, 'CookiesConfig', 'Cookies'],
        message: `“${id}” names ${names.length} cookies and the quota is ${quotaIn(account, 'cookies-per-cache-policy')}, so CloudFront refuses it; key fewer.`,
      }
    }
  },
})
