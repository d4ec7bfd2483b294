import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    set: distribution(),
  },
  invalid: {
    absent: distribution({
      DefaultCacheBehavior: { TargetOriginId: 'web', CachePolicyId: managed.cachingOptimized },
    }),
  },
}
