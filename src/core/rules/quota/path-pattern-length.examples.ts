import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({ CacheBehaviors: [behavior('/img/*', 'web')] }),
  },
  invalid: {
    long: distribution({ CacheBehaviors: [behavior(`/${'a'.repeat(255)}`, 'web')] }),
  },
}
