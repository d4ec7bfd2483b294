import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const cachePolicyTooManyCookies = defineQuotaRule({
  id: 'cache-policy/too-many-cookies',
  name: 'cookies-per-cache-policy',
  scope: 'design',
  sees: 'shared',
  summary: 'A cache policy names too many cookies.',
  counted: 'cookies',
  code: 'TooManyCookiesInCachePolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy'))
      yield {
        owner: `“${id}”`,
        used: (known(known(config.ParametersInCacheKeyAndForwardedToOrigin)?.CookiesConfig)?.Cookies ?? [])
          .length,
        path: [...path, 'ParametersInCacheKeyAndForwardedToOrigin', 'CookiesConfig', 'Cookies'],
      }
  },
})
