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
    'a name': distribution(
      {},
      { Fle: encryption({}, { QueryArgProfiles: [{ QueryArg: 'profile-1', ProfileId: 'P1' }] }) },
    ),
  },
  invalid: {
    'a space': distribution(
      {},
      { Fle: encryption({}, { QueryArgProfiles: [{ QueryArg: 'my profile', ProfileId: 'P1' }] }) },
    ),
  },
}
