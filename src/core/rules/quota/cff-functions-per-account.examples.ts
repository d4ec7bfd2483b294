import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'Function', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'Function', config: {} } } },
      account: {
        quotaUsage: { 'cff-functions-per-account': 100 },
        quotaOverrides: { 'cff-functions-per-account': 200 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'Function', config: {} } } },
      account: { quotaUsage: { 'cff-functions-per-account': 100 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'Function', config: {} } } },
      account: { quotaUsage: { 'cff-functions-per-account': 79 } },
    },
  },
}
