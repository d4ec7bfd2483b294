import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const inZone = (AvailabilityZoneId: string): DesignDocument =>
  distribution(
    {},
    {
      Subnet: { type: 'AWS::EC2::Subnet', config: { AvailabilityZoneId, CidrBlock: '10.0.0.0/24' } },
      Balancer: {
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        config: { Scheme: 'internal', Subnets: [{ ref: 'Subnet' }] },
      },
      Private: {
        type: 'VpcOrigin',
        config: {
          Name: 'private',
          Arn: { ref: 'Balancer' },
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'a zone that has them': inZone('use1-az1'),
    'no VPC origin': distribution(),
  },
  invalid: {
    'a zone without': inZone('use1-az3'),
  },
}
