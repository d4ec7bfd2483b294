import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

const profile = (entity: object = {}, more: object = {}): Resource => ({
  type: 'FieldLevelEncryptionProfile',
  config: {
    Name: 'cards',
    CallerReference: 'cards',
    EncryptionEntities: [
      { PublicKeyId: { ref: 'Key' }, ProviderId: 'shop', FieldPatterns: ['CardNumber'], ...entity },
    ],
    ...more,
  },
})

export const examples: RuleExamples = {
  valid: {
    names: distribution({}, { Profile: profile({ FieldPatterns: ['Card[0].Number', 'Phone*'] }) }),
  },
  invalid: {
    'a star inside': distribution({}, { Profile: profile({ FieldPatterns: ['Card*Number'] }) }),
    'a space': distribution({}, { Profile: profile({ FieldPatterns: ['card number'] }) }),
  },
}
