import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
    'a bucket of the design': distribution(
      { Origins: [bucketOrigin('b', { DomainName: { ref: 'B', attribute: 'RegionalDomainName' } })] },
      { Oac: oac, B: { type: 'AWS::S3::Bucket', config: {} } },
    ),
  },
  invalid: {
    'a server': distribution({
      Origins: [customOrigin('b', { S3OriginConfig: { OriginAccessIdentity: '' } })],
    }),
  },
}
