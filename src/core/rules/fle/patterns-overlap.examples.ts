import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionProfile } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    apart: distribution({}, { Profile: encryptionProfile({ FieldPatterns: ['Card*', 'card*', 'Cvv'] }) }),
    'two profiles': distribution(
      {},
      {
        Profile: encryptionProfile({ FieldPatterns: ['A*'] }),
        Other: encryptionProfile({ FieldPatterns: ['AB*'] }),
      },
    ),
  },
  invalid: {
    'one within the other': distribution(
      {},
      { Profile: encryptionProfile({ FieldPatterns: ['AB*', 'ABC*'] }) },
    ),
    'a field within': distribution(
      {},
      { Profile: encryptionProfile({ FieldPatterns: ['CardNumber', 'Card*'] }) },
    ),
  },
}
