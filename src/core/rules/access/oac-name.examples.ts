import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    named: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    empty: distribution(
      { Origins: [bucketOrigin('b')] },
      {
        Oac: {
          type: 'OriginAccessControl',
          config: {
            Name: '',
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
    ),
  },
}
