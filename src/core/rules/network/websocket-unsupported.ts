import type { Origin } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isWebSocketPath } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

const without = (origin: Origin): string | undefined => {
  if (origin.VpcOriginConfig !== undefined) return 'is a VPC origin'
  return known(origin.CustomOriginConfig)?.OriginMtlsConfig === undefined
    ? undefined
    : 'is shown a client certificate'
}

export const networkWebsocketUnsupported = defineRule({
  id: 'network/websocket-unsupported',
  severity: 'warning',
  sees: 'behavior',
  summary: 'WebSocket connections lead to an origin that does not take them.',
  why: 'AWS names WebSocket among what VPC origins and origins with mutual TLS do not support.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!isWebSocketPath(placed.behavior)) continue
      const origin = originsBehind(placed).find(({ value }) => without(value) !== undefined)
      if (!origin) continue
      yield {
        path: [...placed.path, 'TargetOriginId'],
        message: `${behaviorName(placed)} reads as one for WebSocket connections and its origin “${nameOf(origin.value.Id)}” ${without(origin.value)}, which does not support them; target a public origin without a client certificate.`,
      }
    }
  },
})
