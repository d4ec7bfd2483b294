import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '100': distribution({ PriceClass: 'PriceClass_100' }),
  },
  invalid: {
    all: distribution(),
  },
}
