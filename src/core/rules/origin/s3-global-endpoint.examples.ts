import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    regional: distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    global: distribution(
      { Origins: [bucketOrigin('b', { DomainName: 'b.s3.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
}
