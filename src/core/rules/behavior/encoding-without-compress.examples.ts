import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    off: distribution({ DefaultCacheBehavior: defaultBehavior('web', { Compress: false }) }),
  },
}
