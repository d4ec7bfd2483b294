import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution(),
  },
  invalid: {
    '101': distribution({ Origins: Array.from({ length: 101 }, (_, number) => customOrigin(`o${number}`)) }),
  },
}
