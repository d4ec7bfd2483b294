import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a few': distribution(
      {},
      {
        P: cachePolicy(
          {},
          {
            HeadersConfig: {
              HeaderBehavior: 'whitelist',
              Headers: Array.from({ length: 2 }, (_, index) => `x-${index}`),
            },
          },
        ),
      },
    ),
  },
  invalid: {
    'too many': distribution(
      {},
      {
        P: cachePolicy(
          {},
          {
            HeadersConfig: {
              HeaderBehavior: 'whitelist',
              Headers: Array.from({ length: 11 }, (_, index) => `x-${index}`),
            },
          },
        ),
      },
    ),
    'nearly as many as there may be': distribution(
      {},
      {
        P: cachePolicy(
          {},
          {
            HeadersConfig: {
              HeaderBehavior: 'whitelist',
              Headers: Array.from({ length: 8 }, (_, index) => `x-${index}`),
            },
          },
        ),
      },
    ),
  },
}
