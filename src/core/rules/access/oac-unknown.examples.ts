import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, cachePolicy, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'a policy': distribution({ Origins: [bucketOrigin('b')] }, { Oac: cachePolicy() }),
  },
}
