import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorPolicyOrForwarded = defineRule({
  id: 'behavior/policy-or-forwarded',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior has neither a cache policy nor ForwardedValues.',
  why: 'One of them says what is in the cache key; with neither, the API answers that ForwardedValues is required.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (
        (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '') ||
        behavior.ForwardedValues !== undefined
      )
        continue
      const field = [...path, 'CachePolicyId']
      yield {
        path: field,
        message: `${behaviorName(placed)} has neither a cache policy nor ForwardedValues, so CloudFront refuses it; attach CachingOptimized.`,
        suggestions: [setAt(field, '658327ea-f89d-4fab-a63d-7e88639e58f6', 'Attach CachingOptimized')],
      }
    }
  },
})
