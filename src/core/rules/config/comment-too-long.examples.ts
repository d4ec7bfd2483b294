import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({ Comment: 'site' }),
  },
  invalid: {
    long: distribution({ Comment: 'x'.repeat(129) }),
  },
}
