import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const inZone = (HostedZoneId: string) =>
  distribution(
    {},
    {
      Record: foreign('AWS::Route53::RecordSet', {
        Name: 'www.example.com',
        Type: 'A',
        AliasTarget: { DNSName: { ref: 'Site', attribute: 'DomainName' }, HostedZoneId },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: { 'the zone of CloudFront': inZone('Z2FDTNDATAQYW2') },
  invalid: { 'another zone': inZone('Z1234567890ABC') },
}
