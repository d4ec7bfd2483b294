import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionProfile } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'one field': distribution({}, { Profile: encryptionProfile() }),
  },
  invalid: {
    eleven: distribution({}, { Profile: encryptionProfile({ FieldPatterns: [...'abcdefghijk'] }) }),
  },
}
