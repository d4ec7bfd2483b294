import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    empty: distribution({ Origins: [customOrigin('')] }),
    'too long': distribution({ Origins: [customOrigin('x'.repeat(129))] }),
  },
}
