import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a few': distribution(
      {},
      {
        P: originRequestPolicy({
          QueryStringsConfig: {
            QueryStringBehavior: 'whitelist',
            QueryStrings: Array.from({ length: 2 }, (_, index) => `n${index}`),
          },
        }),
      },
    ),
  },
  invalid: {
    'too many': distribution(
      {},
      {
        P: originRequestPolicy({
          QueryStringsConfig: {
            QueryStringBehavior: 'whitelist',
            QueryStrings: Array.from({ length: 11 }, (_, index) => `n${index}`),
          },
        }),
      },
    ),
    'nearly as many as there may be': distribution(
      {},
      {
        P: originRequestPolicy({
          QueryStringsConfig: {
            QueryStringBehavior: 'whitelist',
            QueryStrings: Array.from({ length: 8 }, (_, index) => `n${index}`),
          },
        }),
      },
    ),
  },
}
