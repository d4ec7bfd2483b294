import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    little: {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { store: { a: '1' } } },
    },
  },
  invalid: {
    much: {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: {
        keyValueStores: {
          store: Object.fromEntries(
            Array.from({ length: 5200 }, (_, index) => [`k${index}`, 'v'.repeat(1024)]),
          ),
        },
      },
    },
  },
}
