import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    swapped: distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: {
            HTTPPort: 443,
            HTTPSPort: 80,
            OriginProtocolPolicy: 'https-only',
            OriginSslProtocols: ['TLSv1.2'],
          },
        }),
      ],
    }),
  },
}
