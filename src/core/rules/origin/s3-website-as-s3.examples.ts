import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a website as custom origin': distribution({
      Origins: [customOrigin('w', { DomainName: 'w.s3-website-eu-west-1.amazonaws.com' })],
    }),
  },
  invalid: {
    'a website as bucket': distribution(
      { Origins: [bucketOrigin('w', { DomainName: 'w.s3-website.eu-west-1.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
}
