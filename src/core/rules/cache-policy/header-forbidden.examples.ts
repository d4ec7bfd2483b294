import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    allowed: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Origin'] } }) },
    ),
  },
  invalid: {
    Cookie: distribution(
      {},
      {
        P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Origin', 'Cookie'] } }),
      },
    ),
    alone: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Cookie'] } }) },
    ),
  },
}
