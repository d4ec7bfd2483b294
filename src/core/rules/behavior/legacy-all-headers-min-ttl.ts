import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyAllHeadersMinTtl = defineRule({
  id: 'behavior/legacy-all-headers-min-ttl',
  severity: 'error',
  sees: 'behavior',
  summary: 'All headers are forwarded with a minimum TTL above 0.',
  why: 'With all headers forwarded nothing is cached, and CloudFront refuses a minimum TTL.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const min = known(behavior.MinTTL ?? 0)
      if (!knownItems(legacy.Headers).includes('*') || typeof min !== 'number' || min === 0) continue
      yield {
        path: [...path, 'MinTTL'],
        message: `${behaviorName(placed)} forwards all headers with a minimum TTL of ${min}, which CloudFront refuses; use 0.`,
        fix: setAt([...path, 'MinTTL'], 0, 'Use 0'),
      }
    }
  },
})
