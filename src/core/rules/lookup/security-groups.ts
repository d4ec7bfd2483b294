/** What the security groups of a design let in. */

import type { DesignDocument, Origin } from '#core/model/document.ts'
import { isExpression, known } from '#core/model/field.ts'
import { isAloneInFile, surelyOf } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { foreignOf, listIn, mayBeLeftOut, namedIn, type PlacedForeign } from './foreign.ts'

type Fields = Readonly<Record<string, unknown>>
/** One rule that lets something in; undefined where the design does not tell what. */
type Ingress = Fields | undefined

const asRule = (rule: unknown): Ingress =>
  typeof rule !== 'object' || rule === null || isExpression(rule) ? undefined : (rule as Fields)

/** The rules that let something in. */
function ingressOf(document: DesignDocument, group: PlacedForeign): readonly Ingress[] {
  const separate = foreignOf(document, 'AWS::EC2::SecurityGroupIngress')
  return [
    // Another file of the module may add some.
    ...(isAloneInFile(document) ? [undefined] : []),
    ...(listIn(group.config['SecurityGroupIngress']) ?? [undefined]),
    ...separate
      .filter(({ config }) => namedIn(config['GroupId']).includes(group.id))
      .map((one) => (mayBeLeftOut(document, one.id) ? undefined : one.config)),
    // One for a group that the design does not tell may be for this one.
    ...separate
      .filter(({ config }) => {
        const on = config['GroupId']
        return isExpression(on) && namedIn(on).length === 0
      })
      .map(() => undefined),
  ].map(asRule)
}

/** Whether a rule holds for one of these ports; undefined where the design does not tell. */
function isForPorts(rule: Fields, ports: readonly number[] | undefined): boolean | undefined {
  const protocol = rule['IpProtocol']
  if (ports === undefined || String(protocol) === '-1' || protocol === 'all') return true
  if (isExpression(protocol)) return undefined
  if (!['tcp', '6'].includes(String(protocol).toLowerCase())) return false
  const [from, to] = [rule['FromPort'], rule['ToPort']]
  if ([from, to].some((one) => one !== undefined && (isExpression(one) || Number.isNaN(Number(one)))))
    return undefined
  if (from === undefined || Number(from) === -1) return true
  return ports.some((port) => port >= Number(from) && port <= Number(to ?? from))
}

const isEverywhere = (range: unknown) => range === '0.0.0.0/0' || range === '::/0'

/** Whom a rule lets in. */
function sourceOf(
  document: DesignDocument,
  rule: Fields,
): 'everybody' | 'list' | 'group' | 'range' | 'unknown' {
  if (rule['SourcePrefixListId'] !== undefined) return 'list'
  const other = rule['SourceSecurityGroupId'] ?? rule['SourceSecurityGroupName']
  if (other !== undefined)
    return namedIn(other).some((id) => document.resources[id]?.type === 'AWS::EC2::SecurityGroup')
      ? 'group'
      : 'unknown'
  const ranges = [rule['CidrIp'], rule['CidrIpv6']].filter((range) => range !== undefined)
  if (ranges.some(isEverywhere)) return 'everybody'
  return ranges.length > 0 && ranges.every((range) => typeof range === 'string') ? 'range' : 'unknown'
}

/** Whether a security group may let CloudFront in: by prefix list, from everywhere, or by what the design does not tell. */
export const letsCloudFrontIn = (
  document: DesignDocument,
  group: PlacedForeign,
  ports?: readonly number[],
): boolean =>
  ingressOf(document, group).some((rule) => {
    if (rule === undefined) return true
    if (isForPorts(rule, ports) === false) return false
    return ['everybody', 'list', 'unknown'].includes(sourceOf(document, rule))
  })

/** Groups as the ids that name them; undefined where one is not of the design, or may be another. */
function groupsNamed(document: DesignDocument, value: unknown): readonly PlacedForeign[] | undefined {
  const groups = (listIn(value) ?? [undefined]).map((one) => {
    const id = surelyOf(document, one, 'AWS::EC2::SecurityGroup')
    return foreignOf(document, 'AWS::EC2::SecurityGroup').find((group) => group.id === id)
  })
  return groups.every((group) => group !== undefined) ? groups : undefined
}

/** What has security groups of its own and answers under a host name. */
const servers = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::EC2::Instance',
]

/** The security groups of the load balancer or instance that a value names; undefined where one is not of the design. */
export function groupsOfServer(
  document: DesignDocument,
  value: unknown,
): readonly PlacedForeign[] | undefined {
  const id = surelyOf(document, value, ...servers)
  const config = id === undefined ? undefined : document.resources[id]?.config
  if (config === undefined) return undefined
  const own = valueAt(config, ['SecurityGroups']) ?? valueAt(config, ['SecurityGroupIds'])
  if (own !== undefined) return groupsNamed(document, own)
  const interfaces = listIn(valueAt(config, ['NetworkInterfaces']))
  return interfaces?.length === 1 ? groupsNamed(document, valueAt(interfaces[0], ['GroupSet'])) : []
}

/** The ports that CloudFront may ask an origin on; undefined where the deployment decides one. */
export function portsOf(origin: Origin): readonly number[] | undefined {
  const config = known(origin.CustomOriginConfig)
  const { HTTPPort: http = 80, HTTPSPort: https = 443, OriginProtocolPolicy: policy } = config ?? {}
  const ports = policy === 'http-only' ? [http] : policy === 'https-only' ? [https] : [http, https]
  return ports.every((port) => typeof port === 'number') ? ports : undefined
}

/**
 * Whether everybody can reach what stands behind security groups: some let everybody in, all of them let others in, or
 * the design does not tell.
 */
export function opennessOf(
  document: DesignDocument,
  groups: readonly PlacedForeign[],
  ports: readonly number[] | undefined,
): 'open' | 'closed' | 'unknown' {
  const rules = groups.flatMap((group) => ingressOf(document, group))
  const holds = rules.map((rule) => {
    if (rule === undefined) return 'unknown'
    const isFor = isForPorts(rule, ports)
    const source = isFor === false ? 'range' : sourceOf(document, rule)
    if (source === 'unknown') return 'unknown'
    return source === 'everybody' ? (isFor === true ? 'open' : 'unknown') : 'closed'
  })
  if (holds.includes('open')) return 'open'
  return groups.length === 0 || holds.includes('unknown') ? 'unknown' : 'closed'
}
