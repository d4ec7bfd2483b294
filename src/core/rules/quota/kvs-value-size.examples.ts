import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { store: { a: '1' } } },
    },
  },
  invalid: {
    long: {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { store: { a: '1'.repeat(1025) } } },
    },
  },
}
