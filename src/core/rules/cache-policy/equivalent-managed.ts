import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { managedCachePolicies } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const cachePolicyEquivalentManaged = defineRule({
  id: 'cache-policy/equivalent-managed',
  severity: 'info',
  sees: 'shared',
  summary: 'A custom policy is the same as a managed one.',
  why: 'A managed policy needs no upkeep and does not count towards the quota.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const shape = (one: typeof config) =>
        JSON.stringify([
          one.MinTTL,
          one.DefaultTTL,
          one.MaxTTL,
          one.ParametersInCacheKeyAndForwardedToOrigin &&
            policyLists(one.ParametersInCacheKeyAndForwardedToOrigin, []).map(({ how, names }) => [
              how,
              names,
            ]),
          known(one.ParametersInCacheKeyAndForwardedToOrigin)?.EnableAcceptEncodingGzip ?? false,
          known(one.ParametersInCacheKeyAndForwardedToOrigin)?.EnableAcceptEncodingBrotli ?? false,
        ])
      const same = managedCachePolicies.find(
        (policy) => policy.attachable && shape(policy.config) === shape(config),
      )
      if (same)
        yield {
          path,
          message: `“${id}” is the same as the managed policy ${same.name} (${same.id}); use that.`,
        }
    }
  },
})
