import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
  },
  invalid: {
    one: distribution({}, { Stream: { type: 'StreamingDistribution', config: { Comment: '' } } }),
  },
}
