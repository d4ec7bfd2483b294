import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    OAC: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    OAI: distribution(
      {
        ConnectionMode: 'tenant-only',
        Origins: [
          bucketOrigin('b', {
            S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E2EXAMPLE' },
          }),
        ],
      },
      { Oac: oac },
    ),
  },
}
