import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { impossibleNames } from '#core/rules/lookup/impossible-names.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const originRequestPolicyNamePossible = defineRule({
  id: 'origin-request-policy/name-possible',
  severity: 'warning',
  sees: 'shared',
  summary: 'The origin request policy names something that no request has.',
  why: 'Header and cookie names are tokens, and the name of a query parameter ends at “=” or “&”; a name with other characters matches nothing or is refused. A “*” in a list stands for itself: all values have a behavior of their own.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyConfig.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy'))
      yield* impossibleNames(id, policyLists(config, path))
  },
})
