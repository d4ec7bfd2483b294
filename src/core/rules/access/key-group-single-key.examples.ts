import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({}, { K: { type: 'KeyGroup', config: { Name: 'k', Items: ['a', 'b'] } } }),
  },
  invalid: {
    one: distribution({}, { K: { type: 'KeyGroup', config: { Name: 'k', Items: ['a'] } } }),
  },
}
