import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyUsed = defineRule({
  id: 'behavior/legacy-used',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended'],
  summary: 'A behavior uses the deprecated ForwardedValues.',
  why: 'ForwardedValues is deprecated: policies have what it has and more, compression by Brotli among it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ForwardedValues.html',
  code: null,

  together: (behaviors) =>
    `${behaviors} have the deprecated ForwardedValues; use a cache policy and an origin request policy.`,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      yield {
        path: at,
        message: `${behaviorName(placed)} has the deprecated ForwardedValues; use a cache policy and an origin request policy.`,
      }
    }
  },
})
