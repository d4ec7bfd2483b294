import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const protocols = (
  OriginSslProtocols: string[],
  OriginProtocolPolicy: 'https-only' | 'http-only' = 'https-only',
): DesignDocument =>
  distribution(
    {},
    {
      Private: {
        type: 'VpcOrigin',
        config: {
          Name: 'private',
          Arn: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy,
          // The names are checked here, so that one example has a name that the SDK does not know.
          OriginSslProtocols: OriginSslProtocols as 'TLSv1.2'[],
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'TLS 1.2': protocols(['TLSv1.2']),
    'weak ones that are never used': protocols(['TLSv1', 'TLSv1.1', 'TLSv1.2'], 'http-only'),
  },
  invalid: {
    none: protocols([]),
    'TLS 1.3': protocols(['TLSv1.2', 'TLSv1.3']),
    weak: protocols(['TLSv1', 'TLSv1.2']),
  },
}
