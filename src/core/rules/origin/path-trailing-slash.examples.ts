import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    right: distribution({ Origins: [customOrigin('a', { OriginPath: '/app' })] }),
  },
  invalid: {
    wrong: distribution({ Origins: [customOrigin('a', { OriginPath: '/app/' })] }),
  },
}
