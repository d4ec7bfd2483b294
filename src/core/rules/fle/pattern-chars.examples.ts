import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionProfile } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    names: distribution({}, { Profile: encryptionProfile({ FieldPatterns: ['Card[0].Number', 'Phone*'] }) }),
  },
  invalid: {
    'a star inside': distribution({}, { Profile: encryptionProfile({ FieldPatterns: ['Card*Number'] }) }),
    'a space': distribution({}, { Profile: encryptionProfile({ FieldPatterns: ['card number'] }) }),
  },
}
