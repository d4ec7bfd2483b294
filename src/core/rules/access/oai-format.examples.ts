import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    empty: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'a bare id': distribution(
      { Origins: [bucketOrigin('b', { S3OriginConfig: { OriginAccessIdentity: 'E2EXAMPLE' } })] },
      { Oac: oac },
    ),
  },
}
