import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    OAC: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
    'an identity that the deployment decides': distribution({
      Origins: [
        bucketOrigin('b', {
          S3OriginConfig: {
            OriginAccessIdentity: { unknown: '!If [Signed, …]', expression: { 'Fn::If': [] } },
          },
        }),
      ],
    }),
  },
  invalid: {
    OAI: distribution({
      Origins: [
        {
          key: 'b',
          Id: 'b',
          DomainName: 'b.s3.eu-west-1.amazonaws.com',
          S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E127EXAMPLE51Z' },
        },
      ],
    }),
  },
}
