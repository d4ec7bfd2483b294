import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyTooManyHeaders = defineRule({
  id: 'cache-policy/too-many-headers',
  severity: 'error',
  summary: 'A cache policy names at most 10 headers.',
  why: '10 is the quota for each kind of name in a cache policy; more are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyHeadersInCachePolicy',

  *check({ document, account }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      const names = known(parameters?.HeadersConfig)?.Headers ?? []
      if (names.length <= quotaIn(account, 'headers-per-cache-policy')) continue
      yield {
        path: [...at, 'HeadersConfig', 'Headers'],
        message: `“${id}” names ${names.length} headers and the quota is ${quotaIn(account, 'headers-per-cache-policy')}, so CloudFront refuses it; key fewer.`,
      }
    }
  },
})
