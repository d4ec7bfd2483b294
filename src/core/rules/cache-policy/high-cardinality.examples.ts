import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution(
      {},
      {
        P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] } }),
      },
    ),
  },
  invalid: {
    'User-Agent': distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['User-Agent'] } }) },
    ),
    'all cookies': distribution({}, { P: cachePolicy({}, { CookiesConfig: { CookieBehavior: 'all' } }) }),
  },
}
