import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution(
      {},
      {
        RA: {
          type: 'AWS::Route53::RecordSet',
          config: {
            Name: 'www.example.com.',
            Type: 'A',
            AliasTarget: {
              DNSName: { ref: 'Site', attribute: 'DomainName' },
              HostedZoneId: 'Z2FDTNDATAQYW2',
            },
          },
        },
        RAAAA: {
          type: 'AWS::Route53::RecordSet',
          config: {
            Name: 'www.example.com.',
            Type: 'AAAA',
            AliasTarget: {
              DNSName: { ref: 'Site', attribute: 'DomainName' },
              HostedZoneId: 'Z2FDTNDATAQYW2',
            },
          },
        },
      },
    ),
  },
  invalid: {
    'A only': distribution(
      {},
      {
        RA: {
          type: 'AWS::Route53::RecordSet',
          config: {
            Name: 'www.example.com.',
            Type: 'A',
            AliasTarget: {
              DNSName: { ref: 'Site', attribute: 'DomainName' },
              HostedZoneId: 'Z2FDTNDATAQYW2',
            },
          },
        },
      },
    ),
  },
}
