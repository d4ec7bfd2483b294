import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a custom origin': distribution(),
    'a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    none: distribution({ Origins: [{ key: 'a', Id: 'a', DomainName: 'a.example.org' }] }),
    both: distribution({ Origins: [customOrigin('a', { S3OriginConfig: { OriginAccessIdentity: '' } })] }),
  },
}
