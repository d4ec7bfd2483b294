import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    enabled: distribution(),
  },
  invalid: {
    disabled: distribution({ Enabled: false }),
  },
}
