import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    used: distribution(),
  },
  invalid: {
    unused: distribution({ Origins: [customOrigin('web'), customOrigin('spare')] }),
  },
}
