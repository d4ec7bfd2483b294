import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a set': distribution({
      CacheBehaviors: [
        behavior('/a/*', 'web', {
          AllowedMethods: { Items: ['HEAD', 'GET'], CachedMethods: ['GET', 'HEAD'] },
        }),
      ],
    }),
  },
  invalid: {
    'no set': distribution({
      CacheBehaviors: [behavior('/a/*', 'web', { AllowedMethods: { Items: ['GET', 'POST'] } })],
    }),
  },
}
