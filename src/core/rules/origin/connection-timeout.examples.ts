import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    within: distribution(),
  },
  invalid: {
    beyond: distribution({ Origins: [customOrigin('a', { ConnectionTimeout: 11 })] }),
  },
}
