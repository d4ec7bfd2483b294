import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const ports = (HTTPPort: number, HTTPSPort: number): DesignDocument =>
  distribution(
    {},
    {
      Private: {
        type: 'VpcOrigin',
        config: {
          Name: 'private',
          Arn: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
          HTTPPort,
          HTTPSPort,
          OriginProtocolPolicy: 'https-only',
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    usual: ports(80, 443),
    high: ports(8080, 8443),
    'the highest': ports(1024, 65535),
  },
  invalid: {
    'a low port': ports(81, 443),
    'too high': ports(80, 65536),
  },
}
