import type { RuleExamples } from '#core/rules/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
  },
  invalid: {
    one: distribution({}, { Stream: { type: 'StreamingDistribution', config: { Comment: '' } } }),
  },
}
