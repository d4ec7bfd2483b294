import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not listed': distribution({}, { P: cachePolicy() }),
  },
  invalid: {
    listed: distribution(
      {},
      {
        P: cachePolicy(
          {},
          { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Origin', 'Accept-Encoding'] } },
        ),
      },
    ),
    alone: distribution(
      {},
      {
        P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Encoding'] } }),
      },
    ),
  },
}
