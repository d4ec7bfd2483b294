import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'a bucket as a server': distribution({
      Origins: [customOrigin('b', { DomainName: 'b.s3.eu-west-1.amazonaws.com' })],
    }),
  },
}
