import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

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
const profile: Resource = {
  type: 'FieldLevelEncryptionProfile',
  config: { Name: 'cards', CallerReference: 'cards', EncryptionEntities: [] },
}

export const examples: RuleExamples = {
  valid: {
    'a profile': distribution({}, { Fle: encryption(), Profile: profile }),
  },
  invalid: {
    'another kind': distribution({}, { Fle: encryption(), Profile: cloudFrontFunction() }),
    'in a query argument': distribution(
      {},
      {
        Fle: encryption({}, { QueryArgProfiles: [{ QueryArg: 'p', ProfileId: { ref: 'Fle' } }] }),
        Profile: profile,
      },
    ),
  },
}
