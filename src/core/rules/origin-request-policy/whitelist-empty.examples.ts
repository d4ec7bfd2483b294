import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { P: originRequestPolicy({}) }),
    named: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-A'] } }) },
    ),
  },
  invalid: {
    empty: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: [] } }) },
    ),
    'all but nobody': distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'allExcept', Headers: [] } }) },
    ),
  },
}
