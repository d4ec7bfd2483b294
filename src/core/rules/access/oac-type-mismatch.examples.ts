import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    's3 for a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'lambda for a bucket': distribution(
      { Origins: [bucketOrigin('b')] },
      {
        Oac: {
          type: 'OriginAccessControl',
          config: {
            Name: 'l',
            OriginAccessControlOriginType: 'lambda',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
    ),
  },
}
