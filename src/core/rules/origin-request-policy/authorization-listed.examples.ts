import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    others: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Origin'] } }) },
    ),
  },
  invalid: {
    Authorization: distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['authorization'] },
        }),
      },
    ),
  },
}
