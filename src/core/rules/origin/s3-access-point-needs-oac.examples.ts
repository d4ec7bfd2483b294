import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'with one': distribution(
      { Origins: [bucketOrigin('b', { DomainName: 'b-abc-s3alias.s3.eu-west-1.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
  invalid: {
    without: distribution({
      Origins: [
        bucketOrigin('b', {
          DomainName: 'b-abc-s3alias.s3.eu-west-1.amazonaws.com',
          OriginAccessControlId: '',
        }),
      ],
    }),
  },
}
