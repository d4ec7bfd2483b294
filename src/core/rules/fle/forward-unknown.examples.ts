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
    refused: distribution({}, { Fle: encryption() }),
  },
  invalid: {
    'content types': distribution({}, { Fle: encryption({ ForwardWhenContentTypeIsUnknown: true }) }),
    'query arguments': distribution(
      {},
      { Fle: encryption({}, { ForwardWhenQueryArgProfileIsUnknown: true }) },
    ),
  },
}
