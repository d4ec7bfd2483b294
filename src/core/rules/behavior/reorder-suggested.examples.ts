import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one target': distribution({ CacheBehaviors: [behavior('/a/*', 'web'), behavior('*.jpg', 'web')] }),
  },
  invalid: {
    'two targets': distribution({
      Origins: [customOrigin('web'), customOrigin('img')],
      CacheBehaviors: [behavior('/a/*', 'web'), behavior('*.jpg', 'img')],
    }),
  },
}
