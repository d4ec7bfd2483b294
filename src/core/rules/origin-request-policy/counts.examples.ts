import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Origin'] } }) },
    ),
  },
  invalid: {
    eleven: distribution(
      {},
      {
        P: originRequestPolicy({
          CookiesConfig: {
            CookieBehavior: 'whitelist',
            Cookies: Array.from({ length: 11 }, (_, number) => `n${number}`),
          },
        }),
      },
    ),
  },
}
