import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a name': distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'redirects' } } }),
  },
  invalid: {
    'a dot': distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'redirects.v1' } } }),
    long: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'a'.repeat(65) } } }),
  },
}
