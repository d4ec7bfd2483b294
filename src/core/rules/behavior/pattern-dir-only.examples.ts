import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({ CacheBehaviors: [behavior('/api', 'web'), behavior('/api/*', 'web')] }),
    'a file': distribution({ CacheBehaviors: [behavior('/robots.txt', 'web')] }),
  },
  invalid: {
    'a folder alone': distribution({ CacheBehaviors: [behavior('/api', 'web')] }),
  },
}
