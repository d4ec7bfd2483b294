import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'http-only': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'http-only',
            OriginSslProtocols: ['TLSv1.2'],
            OriginMtlsConfig: { ClientCertificateArn: certificateArn() },
          },
        }),
      ],
    }),
  },
}
