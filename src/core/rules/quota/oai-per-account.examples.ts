import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'OriginAccessIdentity', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'OriginAccessIdentity', config: {} } } },
      account: { quotaUsage: { 'oai-per-account': 100 }, quotaOverrides: { 'oai-per-account': 200 } },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'OriginAccessIdentity', config: {} } } },
      account: { quotaUsage: { 'oai-per-account': 100 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'OriginAccessIdentity', config: {} } } },
      account: { quotaUsage: { 'oai-per-account': 79 } },
    },
  },
}
