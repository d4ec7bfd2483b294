import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    http: distribution({
      Origins: [
        customOrigin('w', {
          DomainName: 'w.s3-website-eu-west-1.amazonaws.com',
          CustomOriginConfig: { OriginProtocolPolicy: 'http-only' },
        }),
      ],
    }),
  },
  invalid: {
    https: distribution({
      Origins: [customOrigin('w', { DomainName: 'w.s3-website-eu-west-1.amazonaws.com' })],
    }),
  },
}
