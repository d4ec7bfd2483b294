import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { groupsOfServer, letsCloudFrontIn } from '#core/rules/lookup/security-groups.ts'

export const networkVpcOriginSg = defineRule({
  id: 'network/vpc-origin-sg',
  severity: 'info',
  sees: 'shared',
  profiles: ['recommended'],
  summary: 'The security group of a VPC origin may not let CloudFront in.',
  why: "CloudFront reaches a VPC origin from inside the VPC. Its traffic is let in by CloudFront's managed prefix list, or by the security group CloudFront-VPCOrigins-Service-SG, which exists after the first VPC origin.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      const groups = groupsOfServer(document, config.Arn) ?? []
      if (groups.length === 0 || groups.some((group) => letsCloudFrontIn(document, group))) continue
      yield {
        path: [...path, 'Arn'],
        message: `The security group “${groups[0]?.id}” of “${id}” lets nothing of CloudFront in, so requests time out; allow CloudFront’s managed prefix list or “CloudFront-VPCOrigins-Service-SG”.`,
      }
    }
  },
})
