/** What the security groups of a design let in. */
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { foreignBehind, foreignOf, listIn, namedIn, type PlacedForeign } from './foreign.ts'

type Fields = Readonly<Record<string, unknown>>

/** The rules that let something in; undefined items are what the design does not tell. */
const ingressOf = (document: DesignDocument, group: PlacedForeign): readonly (Fields | undefined)[] =>
  [
    ...(listIn(group.config['SecurityGroupIngress']) ?? [undefined]),
    ...foreignOf(document, 'AWS::EC2::SecurityGroupIngress')
      .filter(({ config }) => namedIn(config['GroupId']).includes(group.id))
      .map(({ config }) => config),
  ].map((rule) =>
    typeof rule !== 'object' || rule === null || isExpression(rule) ? undefined : (rule as Fields),
  )

/** Whether a security group may let CloudFront in: by prefix list, from everywhere, or by what the design does not tell. */
export const letsCloudFrontIn = (document: DesignDocument, group: PlacedForeign): boolean =>
  ingressOf(document, group).some((from) => {
    if (from === undefined || from['SourcePrefixListId'] !== undefined) return true
    const other = from['SourceSecurityGroupId'] ?? from['SourceSecurityGroupName']
    if (other !== undefined)
      return !namedIn(other).some((id) => document.resources[id]?.type === 'AWS::EC2::SecurityGroup')
    const range = from['CidrIp'] ?? from['CidrIpv6']
    return typeof range !== 'string' || range === '0.0.0.0/0' || range === '::/0'
  })

/** The security groups of the load balancer that a value names; undefined where one is not of the design. */
export function groupsOfBalancer(
  document: DesignDocument,
  value: unknown,
): readonly PlacedForeign[] | undefined {
  const balancer = foreignBehind(document, value, 'AWS::ElasticLoadBalancingV2::LoadBalancer')
  const groups = (listIn(balancer?.config['SecurityGroups']) ?? []).map((one) =>
    foreignBehind(document, one, 'AWS::EC2::SecurityGroup'),
  )
  return groups.every((group) => group !== undefined) ? groups : undefined
}

/** Whether only prefix lists and other groups are let in: CloudFront's own list closes the way around it. */
export const letsOnlyListsIn = (document: DesignDocument, groups: readonly PlacedForeign[]): boolean =>
  groups.length > 0 &&
  groups.every((group) =>
    ingressOf(document, group).every(
      (from) =>
        from !== undefined &&
        (from['SourcePrefixListId'] ?? from['SourceSecurityGroupId'] ?? from['SourceSecurityGroupName']) !==
          undefined,
    ),
  )
