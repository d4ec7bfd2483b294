import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionConfig } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { Fle: encryptionConfig() }),
  },
  invalid: {
    six: distribution(
      {},
      {
        Fle: encryptionConfig(
          {},
          { QueryArgProfiles: [...'abcdef'].map((QueryArg) => ({ QueryArg, ProfileId: 'P1' })) },
        ),
      },
    ),
  },
}
