import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedSigners: {
          Enabled: true,
          Items: Array.from({ length: 2 }, (_, index) => `${111122223000 + index}`),
        },
      }),
    }),
  },
  invalid: {
    six: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedSigners: {
          Enabled: true,
          Items: Array.from({ length: 6 }, (_, index) => `${111122223000 + index}`),
        },
      }),
    }),
  },
}
