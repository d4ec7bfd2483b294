import { behaviorsOf } from '#core/model/distribution.ts'
import type { Origin } from '#core/model/document.ts'
import { isExpression, known } from '#core/model/field.ts'
import { surelyNamed } from '#core/model/links.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import {
  balancerOf,
  kindOfBalancer,
  listenersOf,
  portIn,
  targetGroupsIn,
} from '#core/rules/lookup/balancers.ts'
import { foreignOf, type PlacedForeign, textIn } from '#core/rules/lookup/foreign.ts'
import { type OriginPort, portsAsked } from '#core/rules/lookup/origin-ports.ts'
import { eachOrigin, originsBehind, type PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** The ports that servers speak one protocol on by convention. */
const conventional = { http: 80, https: 443 } as const

/** A network load balancer passes bytes through: the targets speak what CloudFront speaks. */
const passedThrough = ({ config }: PlacedForeign, group: PlacedForeign, { protocol }: OriginPort) => {
  if (!['TCP', 'TCP_UDP'].includes(textIn(config['Protocol']) ?? '')) return undefined
  const port = portIn(group.config['Port'])
  return port === conventional[protocol === 'http' ? 'https' : 'http']
    ? `passes ${protocol.toUpperCase()} on to port ${port} of “${group.id}”, where ${protocol === 'http' ? 'HTTPS' : 'plain HTTP'} is spoken`
    : undefined
}

const takesGrpc = (distribution: PlacedDistribution, origin: Origin): boolean =>
  behaviorsOf(distribution).some(
    ({ behavior }) =>
      known(behavior.GrpcConfig)?.Enabled === true &&
      originsBehind({ distribution, behavior }).some(({ value }) => value === origin),
  )

/** gRPC needs HTTP/2 all the way; target groups speak HTTP/1.1 unless they say another version. */
const withoutGrpc = (group: PlacedForeign) => {
  const { ProtocolVersion: version = 'HTTP1' } = group.config
  return version === 'HTTP1'
    ? `forwards to “${group.id}”, whose targets are asked by HTTP/1.1, and the behavior takes gRPC`
    : undefined
}

/** Whether a value is sure to name another resource. */
const namesAnother = (value: unknown, id: string | undefined): boolean => {
  const named = surelyNamed(value)
  return named !== undefined && named !== id
}

export const originTargetGroupProtocol = defineRule({
  id: 'origin/target-group-protocol',
  severity: 'warning',
  summary: 'The target group speaks another protocol than CloudFront does.',
  why: 'A listener of a network load balancer that speaks TCP passes the bytes of CloudFront on, so the targets have to speak TLS where the origin is asked by HTTPS, and plain HTTP where it is asked by HTTP. Behind an application load balancer, gRPC needs a target group with the protocol version GRPC or HTTP2.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const balancer = balancerOf(document, origin)
      if (!balancer) continue
      for (const asked of portsAsked(distribution, origin)) {
        const listener = listenersOf(document, balancer)?.find(
          ({ config }) => portIn(config['Port']) === asked.port,
        )
        // Rules may lead these requests to another group.
        const hasRules = foreignOf(document, 'AWS::ElasticLoadBalancingV2::ListenerRule').some(
          ({ config }) =>
            isExpression(config['ListenerArn']) && !namesAnother(config['ListenerArn'], listener?.id),
        )
        if (!listener || hasRules) continue
        const faults = targetGroupsIn(document, listener.config['DefaultActions']).map((group) =>
          kindOfBalancer(balancer) === 'application'
            ? takesGrpc(distribution, origin)
              ? withoutGrpc(group)
              : undefined
            : passedThrough(listener, group, asked),
        )
        const fault = faults.find((one) => one !== undefined)
        if (fault === undefined) continue
        yield {
          path: [...path, 'CustomOriginConfig'],
          message: `The listener “${listener.id}” ${fault}, so requests to the origin “${nameOf(origin.Id)}” fail with 502; let both speak the same protocol.`,
        }
      }
    }
  },
})
