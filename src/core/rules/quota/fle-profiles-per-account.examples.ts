import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: { ...distribution(), resources: { One: { type: 'FieldLevelEncryptionProfile', config: {} } } },
    'raised by AWS': {
      document: {
        ...distribution(),
        resources: { One: { type: 'FieldLevelEncryptionProfile', config: {} } },
      },
      account: {
        quotaUsage: { 'fle-profiles-per-account': 10 },
        quotaOverrides: { 'fle-profiles-per-account': 20 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: {
        ...distribution(),
        resources: { One: { type: 'FieldLevelEncryptionProfile', config: {} } },
      },
      account: { quotaUsage: { 'fle-profiles-per-account': 10 } },
    },
    nearly: {
      document: {
        ...distribution(),
        resources: { One: { type: 'FieldLevelEncryptionProfile', config: {} } },
      },
      account: { quotaUsage: { 'fle-profiles-per-account': 7 } },
    },
  },
}
