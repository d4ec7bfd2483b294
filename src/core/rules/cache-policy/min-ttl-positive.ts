import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyMinTtlPositive = defineRule({
  id: 'cache-policy/min-ttl-positive',
  severity: 'info',
  summary: 'A minimum TTL above 0 is meant.',
  why: 'CloudFront keeps responses for the minimum TTL even where the origin says no-store or private.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const ttl = known(config.MinTTL)
      if (typeof ttl !== 'number' || ttl <= 0) continue
      yield {
        path: [...path, 'MinTTL'],
        message: `“${id}” keeps responses ${ttl} seconds even where the origin says no-store or private; use 0 if some must not be shared.`,
        suggestions: [setAt([...path, 'MinTTL'], 0, 'Use 0')],
      }
    }
  },
})
