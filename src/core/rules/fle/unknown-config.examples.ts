import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptingBehavior } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'an id': distribution({ DefaultCacheBehavior: encryptingBehavior() }),
    'a configuration': distribution(
      { DefaultCacheBehavior: encryptingBehavior({ FieldLevelEncryptionId: { ref: 'Fle' } }) },
      { Fle: { type: 'FieldLevelEncryptionConfig', config: {} } },
    ),
  },
  invalid: {
    'a profile': distribution(
      { DefaultCacheBehavior: encryptingBehavior({ FieldLevelEncryptionId: { ref: 'Fle' } }) },
      { Fle: { type: 'FieldLevelEncryptionProfile', config: {} } },
    ),
  },
}
