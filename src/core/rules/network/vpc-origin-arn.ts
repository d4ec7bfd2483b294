import { resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignOf, namedIn } from '#core/rules/lookup/foreign.ts'

const loadBalancer = 'AWS::ElasticLoadBalancingV2::LoadBalancer'

/** What keeps a load balancer of the design from being a VPC origin. */
function obstacleOf(document: DesignDocument, id: string): string | undefined {
  const balancer = foreignOf(document, loadBalancer).find((one) => one.id === id)
  if (!balancer) return undefined
  const { Type: type, IpAddressType: addresses, SecurityGroups: groups } = balancer.config
  if (type === 'gateway') return 'is a Gateway Load Balancer'
  if (type !== 'network') return undefined
  if (addresses === 'dualstack') return 'is a dual-stack Network Load Balancer'
  if (groups === undefined || (Array.isArray(groups) && groups.length === 0))
    return 'is a Network Load Balancer without a security group'
  const listener = foreignOf(document, 'AWS::ElasticLoadBalancingV2::Listener').find(
    ({ config }) => config['Protocol'] === 'TLS' && namedIn(config['LoadBalancerArn']).includes(id),
  )
  return listener && `is a Network Load Balancer with the TLS listener “${listener.id}”`
}

const reachable =
  /^arn:aws[\w-]*:(elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(app|net)\/.+|ec2:[a-z0-9-]+:\d{12}:instance\/i-[0-9a-f]+)$/

export const networkVpcOriginArn = defineRule({
  id: 'network/vpc-origin-arn',
  severity: 'error',
  sees: 'shared',
  summary: 'A VPC origin does not name a load balancer or an instance.',
  why: 'CloudFront takes Application Load Balancers, Network Load Balancers with a security group and without TLS listeners, and EC2 instances, by ARN. Gateway Load Balancers and dual-stack Network Load Balancers do not work.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      const reference: unknown = config.Arn
      const field = [...path, 'Arn']
      if (isRef(reference)) {
        const target = document.resources[reference.ref]
        const obstacle =
          target?.type === 'AWS::EC2::Instance' && reference.attribute === undefined
            ? 'gives the instance’s id where the ARN is due'
            : obstacleOf(document, reference.ref)
        if (obstacle)
          yield {
            path: field,
            message: `“${reference.ref}” ${obstacle}, so CloudFront cannot use it for “${id}”; use an Application Load Balancer, a Network Load Balancer with a security group, or an instance’s ARN.`,
          }
        continue
      }
      const arn = known(config.Arn)
      if (arn === undefined || reachable.test(arn)) continue
      yield {
        path: field,
        message: `“${arn}” is not the ARN of an Application or Network Load Balancer or of an EC2 instance, so CloudFront refuses “${id}”; use one of those.`,
      }
    }
  },
})
