import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    always: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    never: distribution(
      { Origins: [bucketOrigin('b')] },
      {
        Oac: {
          type: 'OriginAccessControl',
          config: {
            Name: 'oac',
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'never',
            SigningProtocol: 'sigv4',
          },
        },
      },
    ),
  },
}
