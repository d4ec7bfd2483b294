import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
  },
  invalid: {
    long: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 's'.repeat(65) } } }),
  },
}
