import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionProfile } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({}, { Profile: encryptionProfile() }),
  },
  invalid: {
    none: distribution({}, { Profile: encryptionProfile({}, { EncryptionEntities: [] }) }),
    two: distribution(
      {},
      {
        Profile: encryptionProfile(
          {},
          { EncryptionEntities: [{ PublicKeyId: 'K1' }, { PublicKeyId: 'K2' }] },
        ),
      },
    ),
  },
}
