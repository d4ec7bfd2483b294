import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionConfig } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a name': distribution(
      {},
      { Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'profile-1', ProfileId: 'P1' }] }) },
    ),
  },
  invalid: {
    'a space': distribution(
      {},
      { Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'my profile', ProfileId: 'P1' }] }) },
    ),
  },
}
