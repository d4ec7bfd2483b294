import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'one of them': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: '4d1d2f1d-3a71-49ad-9e08-7ea5d843a556' }),
    }),
  },
}
