import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    set: distribution({ DefaultRootObject: 'index.html', Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'a bucket without': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
}
