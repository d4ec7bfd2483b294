import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionConfig } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution(
      {},
      { Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'p', ProfileId: { ref: 'Profile' } }] }) },
    ),
  },
  invalid: {
    six: distribution(
      {},
      {
        Fle: encryptionConfig(
          {},
          {
            QueryArgProfiles: ['a', 'b', 'c', 'd', 'e', 'f'].map((QueryArg) => ({
              QueryArg,
              ProfileId: 'P1',
            })),
          },
        ),
      },
    ),
  },
}
