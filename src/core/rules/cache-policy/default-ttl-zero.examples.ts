import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '60': distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    '0': distribution({}, { P: cachePolicy({ DefaultTTL: 0 }, {}) }),
  },
}
