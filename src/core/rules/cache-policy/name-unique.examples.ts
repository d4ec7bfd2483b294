import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    two: distribution({}, { P: cachePolicy(), Q: cachePolicy() }),
  },
}
