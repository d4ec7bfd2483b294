import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    enabled: distribution({}, { P: cachePolicy() }),
  },
  invalid: {
    disabled: distribution(
      {},
      {
        P: cachePolicy(
          { MinTTL: 0, DefaultTTL: 0, MaxTTL: 0 },
          {
            CookiesConfig: { CookieBehavior: 'whitelist' as 'none', Cookies: ['a'] },
            EnableAcceptEncodingGzip: false,
            EnableAcceptEncodingBrotli: false,
          },
        ),
      },
    ),
  },
}
