import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionConfig } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a form': distribution({}, { Fle: encryptionConfig() }),
  },
  invalid: {
    JSON: distribution(
      {},
      {
        Fle: encryptionConfig({
          ContentTypeProfiles: [{ Format: 'URLEncoded', ContentType: 'application/json' }],
        }),
      },
    ),
    two: distribution(
      {},
      {
        Fle: encryptionConfig({
          ContentTypeProfiles: [1, 2].map(() => ({
            Format: 'URLEncoded',
            ContentType: 'application/x-www-form-urlencoded',
          })),
        }),
      },
    ),
  },
}
