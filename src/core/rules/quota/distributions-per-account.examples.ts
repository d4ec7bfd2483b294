import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'Distribution', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'Distribution', config: {} } } },
      account: {
        quotaUsage: { 'distributions-per-account': 500 },
        quotaOverrides: { 'distributions-per-account': 1000 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'Distribution', config: {} } } },
      account: { quotaUsage: { 'distributions-per-account': 500 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'Distribution', config: {} } } },
      account: { quotaUsage: { 'distributions-per-account': 399 } },
    },
  },
}
