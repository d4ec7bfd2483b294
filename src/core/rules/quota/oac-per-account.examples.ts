import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'OriginAccessControl', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'OriginAccessControl', config: {} } } },
      account: { quotaUsage: { 'oac-per-account': 100 }, quotaOverrides: { 'oac-per-account': 200 } },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'OriginAccessControl', config: {} } } },
      account: { quotaUsage: { 'oac-per-account': 100 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'OriginAccessControl', config: {} } } },
      account: { quotaUsage: { 'oac-per-account': 79 } },
    },
  },
}
