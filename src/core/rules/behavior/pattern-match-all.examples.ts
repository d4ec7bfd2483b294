import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a part': distribution({ CacheBehaviors: [behavior('/a/*', 'web')] }),
  },
  invalid: {
    everything: distribution({ CacheBehaviors: [behavior('*', 'web')] }),
  },
}
