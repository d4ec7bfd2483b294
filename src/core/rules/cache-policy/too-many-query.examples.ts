import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({}, { P: cachePolicy() }),
  },
  invalid: {
    eleven: distribution(
      {},
      {
        P: cachePolicy(
          {},
          {
            QueryStringsConfig: {
              QueryStringBehavior: 'whitelist',
              QueryStrings: Array.from({ length: 11 }, (_, number) => `n${number}`),
            },
          },
        ),
      },
    ),
  },
}
