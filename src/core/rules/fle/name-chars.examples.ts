import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionProfile } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a name': distribution({}, { Profile: encryptionProfile() }),
  },
  invalid: {
    'a space': distribution({}, { Profile: encryptionProfile({}, { Name: 'credit cards' }) }),
  },
}
