import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
    'an access control that the deployment decides': distribution({
      Origins: [
        customOrigin('w', {
          OriginAccessControlId: { unknown: '!If [Signed, …]', expression: { 'Fn::If': [] } },
        }),
      ],
    }),
  },
  invalid: {
    'a website': distribution(
      {
        Origins: [
          customOrigin('w', {
            DomainName: 'w.s3-website-eu-west-1.amazonaws.com',
            OriginAccessControlId: { ref: 'Oac' },
          }),
        ],
      },
      { Oac: oac },
    ),
  },
}
