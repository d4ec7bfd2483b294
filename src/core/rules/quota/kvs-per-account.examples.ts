import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'KeyValueStore', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'KeyValueStore', config: {} } } },
      account: { quotaUsage: { 'kvs-per-account': 50 }, quotaOverrides: { 'kvs-per-account': 100 } },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'KeyValueStore', config: {} } } },
      account: { quotaUsage: { 'kvs-per-account': 50 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'KeyValueStore', config: {} } } },
      account: { quotaUsage: { 'kvs-per-account': 39 } },
    },
  },
}
