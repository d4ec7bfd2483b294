import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one origin': distribution(),
  },
  invalid: {
    none: distribution({ Origins: [] }),
  },
}
