import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    long: distribution(
      {},
      { P: cachePolicy({}, { CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['a'.repeat(1025)] } }) },
    ),
  },
}
