import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: {
      ...distribution(),
      resources: { One: { type: 'Distribution', config: { ConnectionMode: 'tenant-only' } } },
    },
    'raised by AWS': {
      document: {
        ...distribution(),
        resources: { One: { type: 'Distribution', config: { ConnectionMode: 'tenant-only' } } },
      },
      account: {
        quotaUsage: { 'multi-tenant-distributions-per-account': 20 },
        quotaOverrides: { 'multi-tenant-distributions-per-account': 40 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: {
        ...distribution(),
        resources: { One: { type: 'Distribution', config: { ConnectionMode: 'tenant-only' } } },
      },
      account: { quotaUsage: { 'multi-tenant-distributions-per-account': 20 } },
    },
    nearly: {
      document: {
        ...distribution(),
        resources: { One: { type: 'Distribution', config: { ConnectionMode: 'tenant-only' } } },
      },
      account: { quotaUsage: { 'multi-tenant-distributions-per-account': 15 } },
    },
  },
}
