import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'by HTTPS': distribution({
      Origins: [customOrigin('web', { DomainName: 'abc.execute-api.eu-west-1.amazonaws.com' })],
    }),
  },
  invalid: {
    'by HTTP': distribution({
      Origins: [
        customOrigin('web', {
          DomainName: 'abc.execute-api.eu-west-1.amazonaws.com',
          CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
        }),
      ],
    }),
  },
}
