import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
    'with a dot': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'with a dash': distribution(
      { Origins: [bucketOrigin('b', { DomainName: 'b.s3-eu-west-1.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
}
