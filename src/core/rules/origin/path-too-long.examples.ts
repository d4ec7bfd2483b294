import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'too long': distribution({ Origins: [customOrigin('web', { OriginPath: `/${'x'.repeat(255)}` })] }),
  },
}
