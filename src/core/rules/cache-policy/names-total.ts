import { resourcesOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const cachePolicyNamesTotal = defineRule({
  id: 'cache-policy/names-total',
  severity: 'error',
  summary: 'The names of a policy have at most 1024 characters together.',
  why: '1024 is the quota for the names of headers, cookies and query strings together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (!parameters) continue
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']
      const total = policyLists(parameters, at)
        .flatMap((list) => knownItems<unknown>(list.names))
        .reduce((sum: number, name) => sum + String(name).length, 0)
      if (total <= 1024) continue
      yield {
        path: at,
        message: `The names in “${id}” have ${total} characters and the quota is 1024, so CloudFront refuses it; name fewer.`,
      }
    }
  },
})
