import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'FieldLevelEncryptionConfig', config: {} } } },
    'raised by AWS': {
      document: { ...distribution(), resources: { One: { type: 'FieldLevelEncryptionConfig', config: {} } } },
      account: {
        quotaUsage: { 'fle-configs-per-account': 10 },
        quotaOverrides: { 'fle-configs-per-account': 20 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: { ...distribution(), resources: { One: { type: 'FieldLevelEncryptionConfig', config: {} } } },
      account: { quotaUsage: { 'fle-configs-per-account': 10 } },
    },
    nearly: {
      document: { ...distribution(), resources: { One: { type: 'FieldLevelEncryptionConfig', config: {} } } },
      account: { quotaUsage: { 'fle-configs-per-account': 7 } },
    },
  },
}
