import { resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import type { PlacedForeign } from '#core/rules/lookup/foreign.ts'
import { foreignBehind, foreignOf, listIn, namedIn } from '#core/rules/lookup/foreign.ts'

/** Whether a security group may let CloudFront in: by prefix list, from everywhere, or by what the design does not tell. */
function letsCloudFrontIn(document: DesignDocument, group: PlacedForeign): boolean {
  const rules = [
    ...(listIn(group.config['SecurityGroupIngress']) ?? [undefined]),
    ...foreignOf(document, 'AWS::EC2::SecurityGroupIngress')
      .filter(({ config }) => namedIn(config['GroupId']).includes(group.id))
      .map(({ config }) => config),
  ]
  return rules.some((rule) => {
    if (typeof rule !== 'object' || rule === null || isExpression(rule)) return true
    const from = rule as Readonly<Record<string, unknown>>
    if (from['SourcePrefixListId'] !== undefined) return true
    const other = from['SourceSecurityGroupId'] ?? from['SourceSecurityGroupName']
    if (other !== undefined)
      return !namedIn(other).some((id) => document.resources[id]?.type === 'AWS::EC2::SecurityGroup')
    const range = from['CidrIp'] ?? from['CidrIpv6']
    return typeof range !== 'string' || range === '0.0.0.0/0' || range === '::/0'
  })
}

export const networkVpcOriginSg = defineRule({
  id: 'network/vpc-origin-sg',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'The security group of a VPC origin may not let CloudFront in.',
  why: "CloudFront reaches a VPC origin from inside the VPC. Its traffic is let in by CloudFront's managed prefix list, or by the security group CloudFront-VPCOrigins-Service-SG, which exists after the first VPC origin.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      const balancer = foreignBehind(document, config.Arn, 'AWS::ElasticLoadBalancingV2::LoadBalancer')
      const groups = (listIn(balancer?.config['SecurityGroups']) ?? []).map((one) =>
        foreignBehind(document, one, 'AWS::EC2::SecurityGroup'),
      )
      if (groups.length === 0 || groups.some((group) => !group || letsCloudFrontIn(document, group))) continue
      yield {
        path: [...path, 'Arn'],
        message: `The security group “${groups[0]?.id}” of “${id}” lets nothing of CloudFront in, so requests time out; allow CloudFront’s managed prefix list or “CloudFront-VPCOrigins-Service-SG”.`,
      }
    }
  },
})
