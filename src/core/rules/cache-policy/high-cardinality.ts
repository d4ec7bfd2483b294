import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { isCachingDisabled, policyTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyHighCardinality = defineRule({
  id: 'cache-policy/high-cardinality',
  severity: 'warning',
  sees: 'shared',
  profiles: ['cost'],
  summary: 'The cache key has a value that differs for nearly every viewer.',
  why: 'Headers that differ for nearly every viewer make nearly every request a miss.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (!parameters) continue
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']
      for (const [index, item] of (known(parameters.HeadersConfig)?.Headers ?? []).entries()) {
        const name = known(item)
        if (
          name === undefined ||
          !/^(user-agent|referer|date|x-forwarded-for|if-.*|cloudfront-viewer-address)$/i.test(name)
        )
          continue
        yield {
          path: [...at, 'HeadersConfig', 'Headers', index],
          message: `“${name}” differs for nearly every viewer, so “${id}” caches little; forward it by an origin request policy.`,
        }
      }
      const ttls = policyTtls(config)
      if (
        known(known(parameters.CookiesConfig)?.CookieBehavior) === 'all' &&
        ttls &&
        !isCachingDisabled(ttls)
      )
        yield {
          path: [...at, 'CookiesConfig', 'CookieBehavior'],
          message: `“${id}” keys every cookie, so nearly every viewer misses; name the cookies that matter.`,
        }
    }
  },
})
