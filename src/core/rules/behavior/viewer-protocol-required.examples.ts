import type { RuleExamples } from '#core/rules/harness/examples.ts'
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
