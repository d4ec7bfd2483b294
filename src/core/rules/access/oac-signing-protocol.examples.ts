import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    known: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    unknown: distribution(
      { Origins: [bucketOrigin('b')] },
      {
        Oac: {
          type: 'OriginAccessControl',
          config: {
            Name: 'oac',
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv2' as 'sigv4',
          },
        },
      },
    ),
  },
}
