import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'VpcOrigin', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'VpcOrigin', config: {} } } },
      account: {
        quotaUsage: { 'vpc-origins-per-account': 25 },
        quotaOverrides: { 'vpc-origins-per-account': 50 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'VpcOrigin', config: {} } } },
      account: { quotaUsage: { 'vpc-origins-per-account': 25 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'VpcOrigin', config: {} } } },
      account: { quotaUsage: { 'vpc-origins-per-account': 19 } },
    },
  },
}
