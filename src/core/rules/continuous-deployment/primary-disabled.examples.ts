import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'both on': withStaging(),
    'a disabled distribution that is no staging one': distribution({ Enabled: false }),
  },
  invalid: {
    'the policy is off': withStaging({}, {}, { Enabled: false }),
    'staging is off': withStaging({}, { Enabled: false }),
  },
}
