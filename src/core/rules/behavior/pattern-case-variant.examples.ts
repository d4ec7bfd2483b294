import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    different: distribution({ CacheBehaviors: [behavior('/a/*', 'web'), behavior('/b/*', 'web')] }),
    'an extension in both cases': distribution({
      CacheBehaviors: [behavior('*.jpg', 'web'), behavior('*.JPG', 'web')],
    }),
  },
  invalid: {
    'the same in another case': distribution({
      CacheBehaviors: [behavior('/Images/*', 'web'), behavior('/images/*', 'web')],
    }),
  },
}
