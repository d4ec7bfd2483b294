import type { DesignDocument } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const behindGroup = (...SecurityGroupIngress: Json[]): DesignDocument =>
  distribution(
    {},
    {
      Group: { type: 'AWS::EC2::SecurityGroup', config: { GroupDescription: 'app', SecurityGroupIngress } },
      Web: { type: 'AWS::EC2::SecurityGroup', config: { GroupDescription: 'web' } },
      Balancer: {
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        config: { Scheme: 'internal', SecurityGroups: [{ ref: 'Group', attribute: 'GroupId' }] },
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
    'a prefix list': behindGroup({
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      SourcePrefixListId: 'pl-1',
    }),
    everybody: behindGroup({ IpProtocol: 'tcp', CidrIp: '0.0.0.0/0' }),
    'a group of the account': behindGroup({ IpProtocol: 'tcp', SourceSecurityGroupId: 'sg-1' }),
    'left to the deployment': behindGroup({
      IpProtocol: 'tcp',
      CidrIp: { unknown: '!Ref Range', expression: { Ref: 'Range' } },
    }),
  },
  invalid: {
    'the VPC alone': behindGroup({ IpProtocol: 'tcp', CidrIp: '10.0.0.0/16' }),
    'another group of the design': behindGroup({
      IpProtocol: 'tcp',
      SourceSecurityGroupId: { ref: 'Web', attribute: 'GroupId' },
    }),
    nothing: behindGroup(),
  },
}
