import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { impossibleNames } from '#core/rules/lookup/impossible-names.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const cachePolicyKeyName = defineRule({
  id: 'cache-policy/key-name',
  severity: 'warning',
  sees: 'shared',
  summary: 'The cache key names something that no request has.',
  why: 'Header and cookie names are tokens, and the name of a query parameter ends at “=” or “&”; a name with other characters matches nothing or is refused. A “*” in a list stands for itself: all values have a behavior of their own.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ParametersInCacheKeyAndForwardedToOrigin.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (parameters)
        yield* impossibleNames(
          id,
          policyLists(parameters, [...path, 'ParametersInCacheKeyAndForwardedToOrigin']),
        )
    }
  },
})
