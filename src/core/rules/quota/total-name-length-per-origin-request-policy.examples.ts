import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: {
            HeaderBehavior: 'whitelist',
            Headers: Array.from({ length: 1 }, (_, index) => `${'x'.repeat(150)}${index}`),
          },
        }),
      },
    ),
  },
  invalid: {
    long: distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: {
            HeaderBehavior: 'whitelist',
            Headers: Array.from({ length: 8 }, (_, index) => `${'x'.repeat(150)}${index}`),
          },
        }),
      },
    ),
  },
}
