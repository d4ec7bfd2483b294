import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a good name': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'an underscore': distribution(
      { Origins: [bucketOrigin('b', { DomainName: 'my_bucket.s3.eu-west-1.amazonaws.com' })] },
      { Oac: oac },
    ),
    'upper case': distribution(
      { Origins: [bucketOrigin('b', { DomainName: 'Site.s3.eu-west-1.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
}
