import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyQsKeysWithoutQs = defineRule({
  id: 'behavior/legacy-qs-keys-without-qs',
  severity: 'error',
  sees: 'behavior',
  summary: 'Query string keys are listed, but query strings are not forwarded.',
  why: 'Keys select among forwarded query strings; CloudFront refuses them where none are forwarded.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ForwardedValues.html',
  code: 'InvalidQueryStringParameters',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      if (known(legacy.QueryString) !== false || (legacy.QueryStringCacheKeys ?? []).length === 0) continue
      yield {
        path: [...at, 'QueryString'],
        message: `${behaviorName(placed)} lists query string keys and forwards no query strings, which CloudFront refuses; set QueryString to true.`,
        suggestions: [setAt([...at, 'QueryString'], true, 'Forward query strings')],
      }
    }
  },
})
