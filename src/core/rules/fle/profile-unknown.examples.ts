import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'
import { encryptionConfig, encryptionProfile } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a profile': distribution({}, { Fle: encryptionConfig(), Profile: encryptionProfile() }),
  },
  invalid: {
    'another kind': distribution({}, { Fle: encryptionConfig(), Profile: cloudFrontFunction() }),
    'in a query argument': distribution(
      {},
      {
        Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'p', ProfileId: { ref: 'Fle' } }] }),
        Profile: encryptionProfile(),
      },
    ),
  },
}
