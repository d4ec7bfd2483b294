import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    allowed: distribution({ CacheBehaviors: [behavior('/a_b-c.d~e/*', 'web')] }),
  },
  invalid: {
    'a space and brackets': distribution({ CacheBehaviors: [behavior('/a b[0]', 'web')] }),
  },
}
