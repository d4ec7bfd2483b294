import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({}, { K: { type: 'KeyGroup', config: { Name: 'k', Items: ['k1'] } } }),
  },
  invalid: {
    none: distribution({}, { K: { type: 'KeyGroup', config: { Name: 'k', Items: [] } } }),
  },
}
