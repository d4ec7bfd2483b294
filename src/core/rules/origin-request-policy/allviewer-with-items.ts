import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const originRequestPolicyAllviewerWithItems = defineRule({
  id: 'origin-request-policy/allviewer-with-items',
  severity: 'error',
  sees: 'shared',
  summary: 'Names are listed where the policy selects none by name.',
  why: 'CloudFront refuses names beside a behavior that takes all or none.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyHeadersConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      for (const list of policyLists(config, path)) {
        if (
          list.names.length === 0 ||
          (list.how !== 'none' && list.how !== 'all' && list.how !== 'allViewer')
        )
          continue
        const field = [...list.path, list.namesField]
        yield {
          path: field,
          message: `“${id}” has “${list.how}” for ${list.noun} and names some, which CloudFront refuses; remove the names.`,
          fix: removeAt(field, 'Remove the names'),
        }
      }
    }
  },
})
