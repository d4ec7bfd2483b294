import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptingBehavior } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'no encryption': distribution(),
  },
  invalid: {
    encryption: distribution({ DefaultCacheBehavior: encryptingBehavior() }),
  },
}
