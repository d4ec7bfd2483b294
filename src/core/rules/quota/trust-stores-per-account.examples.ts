import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'TrustStore', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'TrustStore', config: {} } } },
      account: {
        quotaUsage: { 'trust-stores-per-account': 20 },
        quotaOverrides: { 'trust-stores-per-account': 40 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'TrustStore', config: {} } } },
      account: { quotaUsage: { 'trust-stores-per-account': 20 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'TrustStore', config: {} } } },
      account: { quotaUsage: { 'trust-stores-per-account': 15 } },
    },
  },
}
