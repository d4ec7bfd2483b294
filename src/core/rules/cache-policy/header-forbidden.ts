import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { isForbiddenInKey } from '#core/model/header-lists.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { withoutHeader } from '#core/rules/lookup/without-listed.ts'

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

      const headers = known(parameters?.HeadersConfig) ?? {}
      for (const [index, item] of (headers.Headers ?? []).entries()) {
        const name = known(item)
        if (name === undefined || !isForbiddenInKey(name)) continue
        const selection = [...at, 'HeadersConfig']
        yield {
          path: [...selection, 'Headers', index],
          message: `CloudFront cannot cache by “${name}” and refuses the policy “${id}”; remove it${name.toLowerCase() === 'cookie' ? ' and list cookies in CookiesConfig' : ''}.`,
          fix: withoutHeader(selection, headers, index, `Remove “${name}”`),
        }
      }
    }
  },
})
