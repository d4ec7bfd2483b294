import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    small: {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { Store: { '/old': '/new' } } },
    },
    'no account': distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
  },
  invalid: {
    'a long key': {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { Store: { ['a'.repeat(513)]: '1' } } },
    },
    'a long value': {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { Store: { a: 'ä'.repeat(513) } } },
    },
    'an empty key': {
      document: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
      account: { keyValueStores: { Store: { '': '1' } } },
    },
  },
}
