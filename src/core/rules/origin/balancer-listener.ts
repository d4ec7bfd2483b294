import type { DesignDocument } from '#core/model/document.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { balancerOf, listenersOf, portIn } from '#core/rules/lookup/balancers.ts'
import { type PlacedForeign, textIn } from '#core/rules/lookup/foreign.ts'
import { type OriginPort, portsAsked } from '#core/rules/lookup/origin-ports.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** Listeners that terminate what CloudFront speaks, or pass it through. */
const speaking = {
  http: ['HTTP', 'TCP', 'TCP_UDP'],
  https: ['HTTPS', 'TLS', 'TCP', 'TCP_UDP'],
} as const

/** What is wrong with the listeners for a port; undefined where one answers, or may. */
function faultOf(
  document: DesignDocument,
  balancer: PlacedForeign,
  { port, protocol }: OriginPort,
): string | undefined {
  const listeners = listenersOf(document, balancer)
  if (!listeners) return undefined
  const ports = listeners.map(({ config }) => portIn(config['Port']))
  if (ports.includes(undefined)) return undefined
  const here = listeners.find(({ config }) => portIn(config['Port']) === port)
  if (!here) return `has listeners on port ${[...new Set(ports)].join(', ')} alone`
  const spoken = textIn(here.config['Protocol'])
  const isRight = spoken === undefined || speaking[protocol].some((one) => one === spoken)
  return isRight ? undefined : `speaks ${spoken} on port ${port} (“${here.id}”)`
}

export const originBalancerListener = defineRule({
  id: 'origin/balancer-listener',
  severity: 'warning',
  summary: 'The load balancer does not listen where CloudFront asks it.',
  why: 'CloudFront connects to the HTTP or HTTPS port of the origin, by its protocol policy. Where no listener of the load balancer takes that port and protocol, the connection fails and viewers get 502 or 504.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const balancer = balancerOf(document, origin)
      if (!balancer) continue
      for (const asked of portsAsked(distribution, origin)) {
        const fault = faultOf(document, balancer, asked)
        if (fault === undefined) continue
        yield {
          path: [...path, 'CustomOriginConfig'],
          message: `CloudFront asks the origin “${nameOf(origin.Id)}” by ${asked.protocol.toUpperCase()} on port ${asked.port}, and “${balancer.id}” ${fault}, so viewers get 502 or 504; add such a listener, or change the protocol policy or the port.`,
        }
      }
    }
  },
})
