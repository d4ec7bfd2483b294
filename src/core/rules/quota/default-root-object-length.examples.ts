import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({ DefaultRootObject: 'index.html' }),
  },
  invalid: {
    long: distribution({ DefaultRootObject: 'a'.repeat(256) }),
  },
}
