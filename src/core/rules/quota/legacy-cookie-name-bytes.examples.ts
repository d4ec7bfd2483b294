import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ForwardedValues: {
          QueryString: true,
          Cookies: {
            Forward: 'whitelist',
            WhitelistedNames: Array.from({ length: 2 }, (_, index) => `c${index}`),
          },
        },
      },
    }),
  },
  invalid: {
    long: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ForwardedValues: {
          QueryString: true,
          Cookies: {
            Forward: 'whitelist',
            WhitelistedNames: Array.from({ length: 6 }, (_, index) => `${'c'.repeat(90)}${index}`),
          },
        },
      },
    }),
  },
}
