import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    on: distribution({ DefaultCacheBehavior: defaultBehavior('web', { SmoothStreaming: true }) }),
  },
}
