import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    VPC: distribution(
      { Origins: [bucketOrigin('b', { VpcOriginConfig: { VpcOriginId: 'vo_1' } })] },
      { Oac: oac },
    ),
  },
}
