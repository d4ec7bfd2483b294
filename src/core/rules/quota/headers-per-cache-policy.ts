import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaHeadersPerCachePolicy = defineQuotaRule({
  name: 'headers-per-cache-policy',
  scope: 'design',
  summary: 'A cache policy names at most 10 headers.',
  counted: 'headers',
  code: 'TooManyHeadersInCachePolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy'))
      yield {
        owner: `“${id}”`,
        used: (known(known(config.ParametersInCacheKeyAndForwardedToOrigin)?.HeadersConfig)?.Headers ?? [])
          .length,
        path: [...path, 'ParametersInCacheKeyAndForwardedToOrigin', 'HeadersConfig', 'Headers'],
      }
  },
})
