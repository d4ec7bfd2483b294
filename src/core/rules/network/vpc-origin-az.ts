import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignBehind, listIn, textIn } from '#core/rules/lookup/foreign.ts'

export const networkVpcOriginAz = defineRule({
  id: 'network/vpc-origin-az',
  severity: 'warning',
  sees: 'shared',
  summary: 'A VPC origin is in an Availability Zone that has no VPC origins.',
  why: 'A few Availability Zones have no VPC origins, among them use1-az3, usw1-az2, cac1-az3 and apne1-az3; CloudFront cannot reach a load balancer there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,

  *check({ document }) {
    const without = ['use1-az3', 'usw1-az2', 'cac1-az3', 'apne1-az3']
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      const server =
        foreignBehind(document, config.Arn, 'AWS::ElasticLoadBalancingV2::LoadBalancer') ??
        foreignBehind(document, config.Arn, 'AWS::EC2::Instance')
      const subnets = [...(listIn(server?.config['Subnets']) ?? []), server?.config['SubnetId']]
      for (const one of subnets) {
        const subnet = foreignBehind(document, one, 'AWS::EC2::Subnet')
        const zone = textIn(subnet?.config['AvailabilityZoneId'])
        if (zone === undefined || !without.includes(zone)) continue
        yield {
          path: [...path, 'Arn'],
          message: `“${id}” has the subnet “${subnet?.id}” in “${zone}”, where CloudFront has no VPC origins; use a subnet of another zone.`,
        }
      }
    }
  },
})
