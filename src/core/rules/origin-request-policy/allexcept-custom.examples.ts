import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    own: distribution({}, { P: originRequestPolicy({}) }),
  },
  invalid: {
    'the same': distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: { HeaderBehavior: 'allExcept', Headers: ['Host'] },
          CookiesConfig: { CookieBehavior: 'all' },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
        }),
      },
    ),
  },
}
