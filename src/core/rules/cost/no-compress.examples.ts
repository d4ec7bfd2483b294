import type { RuleExamples } from '#core/rules/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    on: distribution({ DefaultCacheBehavior: defaultBehavior('web', {}) }),
  },
  invalid: {
    off: distribution({ DefaultCacheBehavior: defaultBehavior('web', { Compress: false }) }),
  },
}
