import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    accelerated: distribution(
      { Origins: [bucketOrigin('b', { DomainName: 'b.s3-accelerate.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
}
