import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const leading = (DNSName: unknown, more: object = {}) =>
  distribution(
    { Aliases: ['www.example.com'] },
    {
      Balancer: foreign('AWS::ElasticLoadBalancingV2::LoadBalancer', {}),
      Record: foreign('AWS::Route53::RecordSet', {
        Name: 'www.example.com.',
        Type: 'A',
        AliasTarget: { DNSName, HostedZoneId: 'Z2FDTNDATAQYW2' },
        ...more,
      }),
    },
  )
const balancer = { ref: 'Balancer', attribute: 'DNSName' }

export const examples: RuleExamples = {
  valid: {
    'to the distribution': leading({ ref: 'Site', attribute: 'DomainName' }),
    'to what the deployment decides': leading({ unknown: '!Ref Host', expression: { Ref: 'Host' } }),
    'another name': leading(balancer, { Name: 'origin.example.com' }),
    'a part of the viewers': leading(balancer, { SetIdentifier: 'old', Weight: 10 }),
    'a zone of a network': leading(balancer, {
      HostedZoneId: { unknown: '!Ref PrivateZone', expression: { Ref: 'PrivateZone' } },
    }),
    'a text record': leading(balancer, { Type: 'TXT' }),
  },
  invalid: { 'to the load balancer': leading(balancer) },
}
