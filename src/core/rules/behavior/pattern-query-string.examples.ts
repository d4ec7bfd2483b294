import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one character': distribution({ CacheBehaviors: [behavior('/v?/*', 'web')] }),
  },
  invalid: {
    'a query': distribution({ CacheBehaviors: [behavior('/a?b=*', 'web')] }),
  },
}
