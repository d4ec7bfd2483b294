import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    used: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    unused: distribution({}, { Oac: oac }),
  },
}
