import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    OAC: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
    'an identity that the deployment decides': distribution(
      {
        Origins: [
          bucketOrigin('b', {
            S3OriginConfig: {
              OriginAccessIdentity: { unknown: '!If [Signed, …]', expression: { 'Fn::If': [] } },
            },
          }),
        ],
      },
      { Oac: oac },
    ),
  },
  invalid: {
    both: distribution(
      {
        Origins: [
          bucketOrigin('b', {
            S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E127EXAMPLE51Z' },
          }),
        ],
      },
      { Oac: oac },
    ),
  },
}
