import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { emptyLists, policyLists } from '#core/rules/lookup/policy-names.ts'

export const cachePolicyWhitelistEmpty = defineRule({
  id: 'cache-policy/whitelist-empty',
  severity: 'error',
  sees: 'shared',
  summary: 'A list that selects by name has no names.',
  why: 'CloudFront refuses a whitelist or an exception list that is empty.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyHeadersConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (!parameters) continue
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']
      for (const list of emptyLists(policyLists(parameters, at))) {
        yield {
          path: [...list.path, list.howField],
          message: `“${id}” has “${list.how}” for ${list.noun} and names none, which CloudFront refuses; name some or use “${list.instead}”.`,
          suggestions: [setAt(list.path, { [list.howField]: list.instead }, `Use “${list.instead}”`)],
        }
      }
    }
  },
})
