import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'two patterns': distribution({ CacheBehaviors: [behavior('/a/*', 'web')] }),
  },
  invalid: {
    'with and without': distribution({ CacheBehaviors: [behavior('a/*', 'web'), behavior('/a/*', 'web')] }),
  },
}
