import { resourcesOf } from '#core/model/distribution.ts'
import { policyTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyDefaultTtlZero = defineRule({
  id: 'cache-policy/default-ttl-zero',
  severity: 'info',
  sees: 'shared',
  summary: 'The default TTL is 0.',
  why: 'With DefaultTTL 0 and MaxTTL above it, only responses that say how long are cached.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const ttls = policyTtls(config)
      if (ttls?.default !== 0 || ttls.max === 0) continue
      yield {
        path: [...path, 'DefaultTTL'],
        message: `“${id}” caches only what the origin gives a Cache-Control or Expires header.`,
      }
    }
  },
})
