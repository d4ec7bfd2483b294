import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({}, { P: originRequestPolicy({}) }),
  },
  invalid: {
    long: distribution(
      {},
      {
        P: originRequestPolicy({
          CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['a'.repeat(1025)] },
        }),
      },
    ),
  },
}
