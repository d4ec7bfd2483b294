import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({}, { K: { type: 'KeyGroup', config: { Name: 'k', Items: ['a', 'b'] } } }),
  },
  invalid: {
    six: distribution(
      {},
      { K: { type: 'KeyGroup', config: { Name: 'k', Items: ['a', 'b', 'c', 'd', 'e', 'f'] } } },
    ),
    twice: distribution({}, { K: { type: 'KeyGroup', config: { Name: 'k', Items: ['a', 'a'] } } }),
  },
}
