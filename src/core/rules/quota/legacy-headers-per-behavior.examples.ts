import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ForwardedValues: {
          QueryString: true,
          Headers: Array.from({ length: 2 }, (_, index) => `x-${index}`),
        },
      },
    }),
  },
  invalid: {
    eleven: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ForwardedValues: {
          QueryString: true,
          Headers: Array.from({ length: 11 }, (_, index) => `x-${index}`),
        },
      },
    }),
  },
}
