import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { portsAsked } from '#core/rules/lookup/origin-ports.ts'
import { groupsOfServer, letsCloudFrontIn } from '#core/rules/lookup/security-groups.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originSecurityGroupClosed = defineRule({
  id: 'origin/security-group-closed',
  severity: 'warning',
  sees: 'origin',
  summary: 'The security group of the origin does not let CloudFront in.',
  why: "CloudFront comes from addresses of its own, which the managed prefix list com.amazonaws.global.cloudfront.origin-facing holds. A security group that lets other addresses in, or another port, leaves CloudFront's connections unanswered, and viewers get 504.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (origin.VpcOriginConfig !== undefined) continue
      const groups = groupsOfServer(document, origin.DomainName) ?? []
      for (const { port } of groups.length === 0 ? [] : portsAsked(distribution, origin)) {
        if (groups.some((group) => letsCloudFrontIn(document, group, [port]))) continue
        yield {
          path: [...path, 'DomainName'],
          message: `“${groups.map(({ id }) => id).join('”, “')}” lets nothing of CloudFront in on port ${port}, which the origin “${nameOf(origin.Id)}” is asked on, so viewers get 504; allow CloudFront’s managed prefix list on that port.`,
        }
      }
    }
  },
})
