import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    absent: distribution(
      {
        Origins: [
          {
            key: 'b',
            Id: 'b',
            DomainName: 'b.s3.eu-west-1.amazonaws.com',
            OriginAccessControlId: { ref: 'Oac' },
          },
        ],
      },
      { Oac: oac },
    ),
  },
}
