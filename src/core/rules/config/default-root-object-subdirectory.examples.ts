import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a server': distribution({ DefaultRootObject: 'index.html' }),
  },
  invalid: {
    'a bucket': distribution({ DefaultRootObject: 'index.html', Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
}
