import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const cachePolicyTooManyQuery = defineQuotaRule({
  id: 'cache-policy/too-many-query',
  name: 'query-strings-per-cache-policy',
  scope: 'design',
  sees: 'shared',
  summary: 'A cache policy names too many query strings.',
  counted: 'query strings',
  code: 'TooManyQueryStringsInCachePolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy'))
      yield {
        owner: `“${id}”`,
        used: (
          known(known(config.ParametersInCacheKeyAndForwardedToOrigin)?.QueryStringsConfig)?.QueryStrings ??
          []
        ).length,
        path: [...path, 'ParametersInCacheKeyAndForwardedToOrigin', 'QueryStringsConfig', 'QueryStrings'],
      }
  },
})
