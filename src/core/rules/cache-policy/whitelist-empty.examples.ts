import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { P: cachePolicy({}, {}) }),
    named: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-A'] } }) },
    ),
  },
  invalid: {
    empty: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: [] } }) },
    ),
    'all but nobody': distribution(
      {},
      { P: cachePolicy({}, { QueryStringsConfig: { QueryStringBehavior: 'allExcept', QueryStrings: [] } }) },
    ),
  },
}
