import type { DesignDocument, Resource, ResourceConfigs } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const endpoint = (
  Arn: NonNullable<ResourceConfigs['VpcOrigin']['Arn']>,
  resources: Record<string, Resource> = {},
): DesignDocument =>
  distribution(
    {},
    {
      ...resources,
      Private: {
        type: 'VpcOrigin',
        config: { Name: 'private', Arn, HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only' },
      },
    },
  )
const balancer = (config: JsonObject): DesignDocument =>
  endpoint({ ref: 'Balancer' }, { Balancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', config } })

export const examples: RuleExamples = {
  valid: {
    'an Application Load Balancer': endpoint(
      'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef',
    ),
    'a Network Load Balancer': endpoint(
      'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef',
    ),
    'an instance': endpoint('arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0'),
    'an Application Load Balancer of the design': balancer({ Scheme: 'internal' }),
    'a Network Load Balancer with a security group': balancer({ Type: 'network', SecurityGroups: ['sg-1'] }),
    'an ARN that the deployment puts together': endpoint({
      unknown: '!Sub [the instance’s ARN]',
      expression: { 'Fn::Sub': 'arn:aws:ec2:…' },
    }),
  },
  invalid: {
    'a Gateway Load Balancer': endpoint(
      'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/gwy/a/0123456789abcdef',
    ),
    'a DNS name': endpoint('internal-app.eu-west-1.elb.amazonaws.com'),
    'a Gateway Load Balancer of the design': balancer({ Type: 'gateway' }),
    'a dual-stack Network Load Balancer': balancer({
      Type: 'network',
      IpAddressType: 'dualstack',
      SecurityGroups: ['sg-1'],
    }),
    'a Network Load Balancer without a security group': balancer({ Type: 'network' }),
    'an instance’s id': endpoint({ ref: 'Server' }, { Server: { type: 'AWS::EC2::Instance', config: {} } }),
    'a TLS listener': endpoint(
      { ref: 'Balancer' },
      {
        Balancer: {
          type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
          config: { Type: 'network', SecurityGroups: ['sg-1'] },
        },
        Secure: {
          type: 'AWS::ElasticLoadBalancingV2::Listener',
          config: { Protocol: 'TLS', LoadBalancerArn: { ref: 'Balancer' } },
        },
      },
    ),
  },
}
