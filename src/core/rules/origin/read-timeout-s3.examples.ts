import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    one: distribution(
      {
        Origins: [bucketOrigin('b', { S3OriginConfig: { OriginAccessIdentity: '', OriginReadTimeout: 20 } })],
      },
      { Oac: oac },
    ),
  },
}
