import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {},
      {
        P: cachePolicy(
          {},
          {
            HeadersConfig: {
              HeaderBehavior: 'whitelist',
              Headers: Array.from({ length: 1 }, (_, index) => `${'x'.repeat(150)}${index}`),
            },
          },
        ),
      },
    ),
  },
  invalid: {
    long: distribution(
      {},
      {
        P: cachePolicy(
          {},
          {
            HeadersConfig: {
              HeaderBehavior: 'whitelist',
              Headers: Array.from({ length: 8 }, (_, index) => `${'x'.repeat(150)}${index}`),
            },
          },
        ),
      },
    ),
  },
}
