import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind, isWebSocket } from '#core/rules/lookup/behavior-traits.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const required = ['Sec-WebSocket-Key', 'Sec-WebSocket-Version']
const wanted = [...required, 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Accept', 'Sec-WebSocket-Extensions']

export const networkWebsocketOrp = defineRule({
  id: 'network/websocket-orp',
  severity: 'warning',
  sees: 'behavior',
  summary: 'WebSocket headers do not reach the origin.',
  why: 'CloudFront forwards the Sec-WebSocket headers of an upgrade only partly by itself; an origin that negotiates compression or subprotocols needs all of them, named in an origin request policy or by one that sends every header.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isWebSocket(document, placed) || isBucketBehind(document, placed)) continue
      const missing = wanted.filter((name) => reachesOrigin(document, behavior, name) === false)
      if (missing.length === 0) continue
      const field = [...path, 'OriginRequestPolicyId']
      yield {
        path: field,
        ...(!missing.some((name) => required.includes(name)) && { severity: 'info' as const }),
        message: `WebSocket connections of ${behaviorName(placed)} reach the origin without “${missing.join('”, “')}”, so they may fail; add an origin request policy that sends them, such as the managed AllViewer.`,
        ...(behavior.OriginRequestPolicyId === undefined && {
          suggestions: [
            setAt(field, '216adef6-5c7f-47e4-b989-5492eafa07d3', 'Use AllViewer'),
            setAt(field, 'b689b0a8-53d0-40ab-baf2-68738e2966ac', 'Use AllViewerExceptHostHeader'),
          ],
        }),
      }
    }
  },
})
