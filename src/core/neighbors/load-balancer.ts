/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
import { defineNeighbor } from './kind/kind.ts'
import {
  each,
  inWords,
  listed,
  one,
  renamed,
  said,
  type TerraformBlock,
  type TerraformForm,
} from './kind/terraform.ts'

const balancerType = 'AWS::ElasticLoadBalancingV2::LoadBalancer'
const scheme = (block: TerraformBlock) =>
  inWords(block.value('internal'), { true: 'internal', false: 'internet-facing' })

/** Any number of actions, each of which forwards, answers or leads on. */
const actions = (block: TerraformBlock, name: string) =>
  each(block, name, (action) =>
    said({
      Type: action.value('type'),
      TargetGroupArn: action.value('target_group_arn'),
      ForwardConfig: one(action, 'forward', (forward) =>
        said({ TargetGroups: each(forward, 'target_group', renamed({ arn: 'TargetGroupArn' })) }),
      ),
    }),
  )

const balancer: TerraformForm = {
  type: balancerType,
  read: (block) =>
    said({
      Name: block.value('name'),
      Type: block.value('load_balancer_type'),
      Scheme: scheme(block),
      SecurityGroups: block.value('security_groups'),
    }),
}
const listener: TerraformForm = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  read: (block) =>
    said({
      LoadBalancerArn: block.value('load_balancer_arn'),
      Port: block.value('port'),
      Protocol:
        block.value('protocol') ?? (block.value('certificate_arn') === undefined ? undefined : 'HTTPS'),
      Certificates: block.value('certificate_arn') && [{ CertificateArn: block.value('certificate_arn') }],
      DefaultActions: actions(block, 'default_action'),
    }),
}
const rule: TerraformForm = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  read: (block) =>
    said({
      ListenerArn: block.value('listener_arn'),
      Conditions: each(block, 'condition', (condition) => {
        const header = one(
          condition,
          'http_header',
          renamed({ http_header_name: 'HttpHeaderName', values: 'Values' }),
        )
        return said({ Field: header === undefined ? undefined : 'http-header', HttpHeaderConfig: header })
      }),
      Actions: actions(block, 'action'),
    }),
}
const targets: TerraformForm = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  read: renamed({
    name: 'Name',
    port: 'Port',
    protocol: 'Protocol',
    protocol_version: 'ProtocolVersion',
    target_type: 'TargetType',
  }),
}

export const loadBalancer = defineNeighbor({
  id: 'load-balancer',
  label: 'Load balancer',
  types: [balancerType, 'AWS::ElasticLoadBalancing::LoadBalancer'],
  parts: {
    'AWS::ElasticLoadBalancingV2::Listener': 'LoadBalancerArn',
    'AWS::WAFv2::WebACLAssociation': 'ResourceArn',
  },
  terraform: {
    aws_lb: balancer,
    aws_alb: balancer,
    aws_elb: {
      type: 'AWS::ElasticLoadBalancing::LoadBalancer',
      read: (block) => said({ Scheme: scheme(block), SecurityGroups: block.value('security_groups') }),
    },
    aws_lb_listener: listener,
    aws_alb_listener: listener,
    aws_lb_listener_rule: rule,
    aws_alb_listener_rule: rule,
    aws_lb_target_group: targets,
    aws_alb_target_group: targets,
  },
  matters: ({ config, parts }) => ({
    Kind: config['Type'] ?? 'application',
    Scheme: config['Scheme'] ?? 'internet-facing',
    'Security groups': config['SecurityGroups'] ?? 'none in the design',
    Listeners: parts
      .filter(({ type }) => type.endsWith('::Listener'))
      .flatMap(({ config: one }) => listed(one['Port']).map((port) => [one['Protocol'], port])),
  }),
})
