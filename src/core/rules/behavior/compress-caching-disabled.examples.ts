import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'nothing is cached': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
    }),
  },
}
