import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

const encryption = (content: object = {}, query: object = {}): Resource => ({
  type: 'FieldLevelEncryptionConfig',
  config: {
    CallerReference: 'encryption',
    ContentTypeProfileConfig: {
      ForwardWhenContentTypeIsUnknown: false,
      ContentTypeProfiles: [
        {
          Format: 'URLEncoded',
          ContentType: 'application/x-www-form-urlencoded',
          ProfileId: { ref: 'Profile' },
        },
      ],
      ...content,
    },
    QueryArgProfileConfig: { ForwardWhenQueryArgProfileIsUnknown: false, QueryArgProfiles: [], ...query },
  },
})

export const examples: RuleExamples = {
  valid: {
    'a form': distribution({}, { Fle: encryption() }),
  },
  invalid: {
    JSON: distribution(
      {},
      {
        Fle: encryption({ ContentTypeProfiles: [{ Format: 'URLEncoded', ContentType: 'application/json' }] }),
      },
    ),
    two: distribution(
      {},
      {
        Fle: encryption({
          ContentTypeProfiles: [1, 2].map(() => ({
            Format: 'URLEncoded',
            ContentType: 'application/x-www-form-urlencoded',
          })),
        }),
      },
    ),
  },
}
