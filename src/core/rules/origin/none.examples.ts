import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one origin': distribution(),
  },
  invalid: {
    none: distribution({ Origins: [] }),
  },
}
