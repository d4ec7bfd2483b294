import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    always: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    s3: distribution(
      { Origins: [bucketOrigin('b')] },
      {
        Oac: {
          type: 'OriginAccessControl',
          config: {
            Name: 'oac',
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always-amz-auth' as 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
    ),
  },
}
