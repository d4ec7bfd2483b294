import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one star': distribution({ CacheBehaviors: [behavior('/a/*', 'web')] }),
  },
  invalid: {
    'two stars': distribution({ CacheBehaviors: [behavior('/a/**', 'web')] }),
  },
}
