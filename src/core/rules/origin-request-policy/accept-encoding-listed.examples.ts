import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    other: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Origin'] } }) },
    ),
  },
  invalid: {
    listed: distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Encoding', 'Origin'] },
        }),
      },
    ),
  },
}
