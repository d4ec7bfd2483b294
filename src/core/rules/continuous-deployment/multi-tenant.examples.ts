import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a standard one': withStaging(),
    'not used': distribution({ ConnectionMode: 'tenant-only', Staging: false }),
  },
  invalid: {
    'a policy': withStaging({ ConnectionMode: 'tenant-only' }),
    staging: distribution({ ConnectionMode: 'tenant-only', Staging: true }),
  },
}
