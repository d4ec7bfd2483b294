import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'DistributionTenant', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'DistributionTenant', config: {} } } },
      account: {
        quotaUsage: { 'distribution-tenants-per-account': 10000 },
        quotaOverrides: { 'distribution-tenants-per-account': 20000 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'DistributionTenant', config: {} } } },
      account: { quotaUsage: { 'distribution-tenants-per-account': 10000 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'DistributionTenant', config: {} } } },
      account: { quotaUsage: { 'distribution-tenants-per-account': 7999 } },
    },
  },
}
