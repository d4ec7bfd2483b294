import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { P: originRequestPolicy({}) }),
  },
  invalid: {
    unknown: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'all' as 'none' } }) },
    ),
  },
}
