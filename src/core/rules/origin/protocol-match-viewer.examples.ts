import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'redirected viewers': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'match-viewer',
            OriginSslProtocols: ['TLSv1.2'],
          },
        }),
      ],
    }),
  },
  invalid: {
    'plain viewers': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'match-viewer' },
        }),
      ],
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'allow-all' }),
    }),
  },
}
