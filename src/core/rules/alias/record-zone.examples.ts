import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const inZone = (HostedZoneId: unknown, DNSName: unknown = { ref: 'Site', attribute: 'DomainName' }) =>
  distribution(
    {},
    {
      Record: foreign('AWS::Route53::RecordSet', {
        Name: 'www.example.com',
        Type: 'A',
        AliasTarget: { DNSName, HostedZoneId },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'the zone of CloudFront': inZone('Z2FDTNDATAQYW2'),
    'a zone that the deployment decides': inZone({ unknown: '!Ref Zone', expression: { Ref: 'Zone' } }),
    'another target': inZone('Z35SXDOTRQ7X7K', 'web-1.us-east-1.elb.amazonaws.com'),
  },
  invalid: {
    'another zone': inZone('Z1234567890ABC'),
    'a distribution of elsewhere': inZone('Z1234567890ABC', 'd111111abcdef8.cloudfront.net'),
  },
}
