import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({}, { P: originRequestPolicy({}) }),
  },
  invalid: {
    two: distribution({}, { P: originRequestPolicy(), Q: originRequestPolicy() }),
  },
}
