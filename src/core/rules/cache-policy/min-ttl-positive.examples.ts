import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '0': distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    '1': distribution({}, { P: cachePolicy({ MinTTL: 1 }, {}) }),
  },
}
