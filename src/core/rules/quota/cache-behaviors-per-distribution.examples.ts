import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({
      CacheBehaviors: Array.from({ length: 2 }, (_, index) => behavior(`/${index}/*`, 'web')),
    }),
    'raised by AWS': {
      document: distribution({
        CacheBehaviors: Array.from({ length: 76 }, (_, index) => behavior(`/${index}/*`, 'web')),
      }),
      account: { quotaOverrides: { 'cache-behaviors-per-distribution': 150 } },
    },
  },
  invalid: {
    'too many': distribution({
      CacheBehaviors: Array.from({ length: 76 }, (_, index) => behavior(`/${index}/*`, 'web')),
    }),
    'nearly as many as there may be': distribution({
      CacheBehaviors: Array.from({ length: 60 }, (_, index) => behavior(`/${index}/*`, 'web')),
    }),
  },
}
