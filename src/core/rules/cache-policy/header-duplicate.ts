import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const cachePolicyHeaderDuplicate = defineRule({
  id: 'cache-policy/header-duplicate',
  severity: 'warning',
  sees: 'shared',
  summary: 'A name is listed twice in the cache key.',
  why: 'Headers are compared without case; a name that is listed twice may be refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyHeadersConfig.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (!parameters) continue
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']
      for (const list of policyLists(parameters, at)) {
        for (const [item, index] of repeats(list.names, (one) =>
          list.noun === 'headers' ? known(one)?.toLowerCase() : known(one),
        )) {
          const field = [...list.path, list.namesField, index]
          yield {
            path: field,
            message: `“${known(item)}” is listed twice among the ${list.noun} of “${id}”; keep one.`,
            fix: removeAt(field, 'Remove the second'),
          }
        }
      }
    }
  },
})
