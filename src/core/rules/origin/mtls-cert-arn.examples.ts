import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'an ACM certificate': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'https-only',
            OriginSslProtocols: ['TLSv1.2'],
            OriginMtlsConfig: { ClientCertificateArn: certificateArn() },
          },
        }),
      ],
    }),
  },
  invalid: {
    'an IAM certificate': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'https-only',
            OriginSslProtocols: ['TLSv1.2'],
            OriginMtlsConfig: { ClientCertificateArn: 'arn:aws:iam::111122223333:server-certificate/a' },
          },
        }),
      ],
    }),
  },
}
