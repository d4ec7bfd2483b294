import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    allowed: distribution({
      CacheBehaviors: [
        behavior('/a/*', 'web', {
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS'], CachedMethods: ['GET', 'HEAD', 'OPTIONS'] },
        }),
      ],
    }),
  },
  invalid: {
    'not allowed': distribution({
      CacheBehaviors: [
        behavior('/a/*', 'web', {
          AllowedMethods: { Items: ['GET', 'HEAD'], CachedMethods: ['GET', 'HEAD', 'OPTIONS'] },
        }),
      ],
    }),
  },
}
