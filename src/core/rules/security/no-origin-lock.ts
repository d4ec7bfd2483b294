import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isOpenToAll } from '#core/rules/lookup/origin-lock.ts'
import { groupsOfServer } from '#core/rules/lookup/security-groups.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** Servers of one's own, which can be asked to check who calls. */
const servers: readonly string[] = ['custom', 'load-balancer', 'ec2', 'elastic-beanstalk']

export const securityNoOriginLock = defineRule({
  id: 'security/no-origin-lock',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended', 'security'],
  summary: 'The origin may answer requests that do not come from CloudFront.',
  why: 'Whoever finds the name of a public server can ask it directly and pass by the web ACL, geographic restrictions and signed URLs. A secret header that the server checks, a VPC origin or a client certificate of CloudFront closes that way.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.CustomOriginConfig === undefined) continue
      const kind = originKindOf(document, origin)?.id
      if (kind === undefined || !servers.includes(kind) || isOpenToAll(document, origin) !== true) continue
      const open = groupsOfServer(document, origin.DomainName)?.[0]
      if (open) {
        yield {
          path,
          message: `The security group “${open.id}” lets everybody ask “${nameOf(origin.DomainName)}”, the origin “${nameOf(origin.Id)}”, so requests can bypass CloudFront; let it admit CloudFront’s managed prefix list alone, send a secret header that the origin checks, or make it a VPC origin.`,
        }
        continue
      }
      yield {
        path,
        message: `The origin “${nameOf(origin.Id)}” may answer everybody who knows “${nameOf(origin.DomainName)}”, so requests can bypass CloudFront; send it a secret header that it checks, let its security group admit CloudFront’s managed prefix list alone, or make it a VPC origin.`,
      }
    }
  },
})
