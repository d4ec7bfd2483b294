import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'RealtimeLogConfig', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'RealtimeLogConfig', config: {} } } },
      account: {
        quotaUsage: { 'realtime-log-delivery-configs-per-account': 150 },
        quotaOverrides: { 'realtime-log-delivery-configs-per-account': 300 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'RealtimeLogConfig', config: {} } } },
      account: { quotaUsage: { 'realtime-log-delivery-configs-per-account': 150 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'RealtimeLogConfig', config: {} } } },
      account: { quotaUsage: { 'realtime-log-delivery-configs-per-account': 119 } },
    },
  },
}
