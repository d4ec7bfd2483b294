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
    apart: distribution({}, { Profile: profile({ FieldPatterns: ['Card*', 'card*', 'Cvv'] }) }),
    'two profiles': distribution(
      {},
      { Profile: profile({ FieldPatterns: ['A*'] }), Other: profile({ FieldPatterns: ['AB*'] }) },
    ),
  },
  invalid: {
    'one within the other': distribution({}, { Profile: profile({ FieldPatterns: ['AB*', 'ABC*'] }) }),
    'a field within': distribution({}, { Profile: profile({ FieldPatterns: ['CardNumber', 'Card*'] }) }),
  },
}
