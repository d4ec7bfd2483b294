import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
    'with a bucket': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'the service endpoint': distribution(
      { Origins: [bucketOrigin('b', { DomainName: 's3.eu-west-1.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
}
