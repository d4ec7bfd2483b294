import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionConfig } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a profile': distribution(
      {},
      { Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'p', ProfileId: { ref: 'Profile' } }] }) },
    ),
  },
  invalid: {
    none: distribution({}, { Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'p' }] }) }),
    empty: distribution(
      {},
      { Fle: encryptionConfig({}, { QueryArgProfiles: [{ QueryArg: 'p', ProfileId: '' }] }) },
    ),
  },
}
