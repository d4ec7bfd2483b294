import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({ CacheBehaviors: [behavior('/a/*', 'web')] }),
  },
  invalid: {
    empty: distribution({ CacheBehaviors: [behavior('', 'web')] }),
  },
}
