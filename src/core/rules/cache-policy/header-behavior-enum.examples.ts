import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    unknown: distribution(
      {},
      { P: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'allViewer' as 'none' } }) },
    ),
  },
}
