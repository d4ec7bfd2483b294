import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const target = { ref: 'Site', attribute: 'DomainName' }
const record = (config: object) =>
  distribution(
    { Aliases: ['example.com'] },
    {
      Record: foreign('AWS::Route53::RecordSet', {
        HostedZoneName: 'example.com.',
        Name: 'example.com',
        ...config,
      }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'an alias record': record({
      Type: 'A',
      AliasTarget: { DNSName: target, HostedZoneId: 'Z2FDTNDATAQYW2' },
    }),
  },
  invalid: { 'a CNAME record': record({ Type: 'CNAME', TTL: '300', ResourceRecords: [target] }) },
}
