import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    wildcards: distribution({ CacheBehaviors: [behavior('/images/*', 'web'), behavior('*.jpg', 'web')] }),
  },
  invalid: {
    'any string': distribution({ CacheBehaviors: [behavior('/api/.*', 'web')] }),
    alternatives: distribution({ CacheBehaviors: [behavior('/(a|b)/*', 'web')] }),
  },
}
