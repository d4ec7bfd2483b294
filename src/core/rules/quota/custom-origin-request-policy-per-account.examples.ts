import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'OriginRequestPolicy', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'OriginRequestPolicy', config: {} } } },
      account: {
        quotaUsage: { 'custom-origin-request-policy-per-account': 20 },
        quotaOverrides: { 'custom-origin-request-policy-per-account': 40 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'OriginRequestPolicy', config: {} } } },
      account: { quotaUsage: { 'custom-origin-request-policy-per-account': 20 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'OriginRequestPolicy', config: {} } } },
      account: { quotaUsage: { 'custom-origin-request-policy-per-account': 15 } },
    },
  },
}
