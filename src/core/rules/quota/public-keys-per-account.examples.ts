import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'PublicKey', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'PublicKey', config: {} } } },
      account: {
        quotaUsage: { 'public-keys-per-account': 10 },
        quotaOverrides: { 'public-keys-per-account': 20 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'PublicKey', config: {} } } },
      account: { quotaUsage: { 'public-keys-per-account': 10 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'PublicKey', config: {} } } },
      account: { quotaUsage: { 'public-keys-per-account': 7 } },
    },
  },
}
