import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isForbiddenInKey } from '#core/model/header-lists.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyHeaderForbidden = defineRule({
  id: 'cache-policy/header-forbidden',
  severity: 'error',
  sees: 'shared',
  summary: 'The cache key has a header that CloudFront reserves.',
  why: 'CloudFront cannot cache by these headers and refuses the policy; Cookie belongs into CookiesConfig.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      for (const [index, item] of (known(parameters?.HeadersConfig)?.Headers ?? []).entries()) {
        const name = known(item)
        if (name === undefined || !isForbiddenInKey(name)) continue
        const field = [...at, 'HeadersConfig', 'Headers', index]
        yield {
          path: field,
          message: `CloudFront cannot cache by “${name}” and refuses the policy “${id}”; remove it${name.toLowerCase() === 'cookie' ? ' and list cookies in CookiesConfig' : ''}.`,
          fix: removeAt(field, `Remove “${name}”`),
        }
      }
    }
  },
})
