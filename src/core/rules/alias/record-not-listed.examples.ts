import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const named = (Name: string) =>
  distribution(
    {
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn(),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    },
    {
      Record: foreign('AWS::Route53::RecordSet', {
        Name,
        Type: 'A',
        AliasTarget: {
          DNSName: { ref: 'Site', attribute: 'DomainName' },
          HostedZoneId: 'Z2FDTNDATAQYW2',
        },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: { 'its name': named('www.example.com.') },
  invalid: { 'another name': named('shop.example.com') },
}
