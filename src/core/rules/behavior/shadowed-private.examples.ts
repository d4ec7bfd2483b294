import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'private first': distribution({
      CacheBehaviors: [
        behavior('/private/*', 'web', { TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] } }),
        behavior('*.jpg', 'web'),
      ],
    }),
  },
  invalid: {
    'private second': distribution({
      CacheBehaviors: [
        behavior('*.jpg', 'web'),
        behavior('/private/*', 'web', { TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] } }),
      ],
    }),
  },
}
