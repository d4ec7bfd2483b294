import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const typed = (IpAddressType: string): DesignDocument =>
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
          OriginProtocolPolicy: 'https-only',
          // A type that the SDK does not know is what the rule is about.
          IpAddressType: IpAddressType as 'ipv4',
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    IPv4: typed('ipv4'),
    both: typed('dualstack'),
  },
  invalid: {
    IPv6: typed('ipv6'),
  },
}
