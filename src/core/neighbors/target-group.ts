/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html */
import { defineNeighbor } from './kind/kind.ts'

export const targetGroup = defineNeighbor({
  id: 'target-group',
  label: 'Target group',
  types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  parts: {},
  // Its form stands with that of the load balancer.
  terraform: {},
  matters: ({ config }) => ({
    Protocol: config['Protocol'],
    Port: config['Port'],
    Version: config['ProtocolVersion'],
    Targets: config['TargetType'] ?? 'instance',
  }),
})
