import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'Distribution', config: { Staging: true } } } },
    'raised by AWS': {
      document: {
        ...distribution(),
        resources: { One: { type: 'Distribution', config: { Staging: true } } },
      },
      account: {
        quotaUsage: { 'staging-distributions-per-account': 20 },
        quotaOverrides: { 'staging-distributions-per-account': 40 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: {
        ...distribution(),
        resources: { One: { type: 'Distribution', config: { Staging: true } } },
      },
      account: { quotaUsage: { 'staging-distributions-per-account': 20 } },
    },
    nearly: {
      document: {
        ...distribution(),
        resources: { One: { type: 'Distribution', config: { Staging: true } } },
      },
      account: { quotaUsage: { 'staging-distributions-per-account': 15 } },
    },
  },
}
