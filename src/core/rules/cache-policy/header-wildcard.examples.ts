import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    named: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-A'] } }) },
    ),
  },
  invalid: {
    any: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['*'] } }) },
    ),
  },
}
