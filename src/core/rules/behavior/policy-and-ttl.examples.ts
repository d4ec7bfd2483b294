import type { RuleExamples } from '#core/rules/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'only the policy': distribution(),
  },
  invalid: {
    both: distribution({ DefaultCacheBehavior: defaultBehavior('web', { MinTTL: 0 }) }),
  },
}
