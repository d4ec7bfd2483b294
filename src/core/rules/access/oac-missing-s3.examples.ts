import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    OAC: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    none: distribution({
      Origins: [
        {
          key: 'b',
          Id: 'b',
          DomainName: 'b.s3.eu-west-1.amazonaws.com',
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
    }),
  },
}
