import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyHeaderWildcard = defineRule({
  id: 'cache-policy/header-wildcard',
  severity: 'error',
  sees: 'shared',
  summary: 'The cache key has “*” in place of names.',
  why: 'The wildcard is of the legacy settings; in a policy CloudFront refuses it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyHeadersConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (!parameters) continue
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']
      for (const [index, name] of (known(parameters.HeadersConfig)?.Headers ?? []).entries())
        if (known(name)?.includes('*'))
          yield {
            path: [...at, 'HeadersConfig', 'Headers', index],
            message: `“${known(name)}” is not a header's name, so CloudFront refuses “${id}”; name each header.`,
          }
    }
  },
})
