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
    one: distribution(
      {},
      { Fle: encryption({}, { QueryArgProfiles: [{ QueryArg: 'p', ProfileId: { ref: 'Profile' } }] }) },
    ),
  },
  invalid: {
    six: distribution(
      {},
      {
        Fle: encryption(
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
