import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    four: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedKeyGroups: {
          Enabled: true,
          Items: Array.from({ length: 4 }, (_, index) => `${111122223000 + index}`),
        },
      }),
    }),
  },
  invalid: {
    five: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedKeyGroups: {
          Enabled: true,
          Items: Array.from({ length: 5 }, (_, index) => `${111122223000 + index}`),
        },
      }),
    }),
  },
}
