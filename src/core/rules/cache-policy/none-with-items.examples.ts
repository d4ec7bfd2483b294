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
    'none with names': distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'none', Headers: ['X-A'] } }) },
    ),
  },
}
