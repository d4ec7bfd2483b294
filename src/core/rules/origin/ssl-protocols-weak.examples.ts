import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'TLS 1.2': distribution(),
  },
  invalid: {
    'TLS 1.0': distribution({
      Origins: [
        customOrigin('a', {
          CustomOriginConfig: {
            OriginProtocolPolicy: 'https-only',
            OriginSslProtocols: ['TLSv1', 'TLSv1.2'],
          },
        }),
      ],
    }),
  },
}
