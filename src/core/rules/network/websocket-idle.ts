import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind, isWebSocket } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const networkWebsocketIdle = defineRule({
  id: 'network/websocket-idle',
  severity: 'info',
  sees: 'behavior',
  summary: 'An idle WebSocket connection is closed after ten minutes.',
  why: 'CloudFront closes a WebSocket connection when the origin has sent nothing for 10 minutes. It reaches web servers only: a bucket does not speak WebSocket.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!isWebSocket(document, placed)) continue
      yield {
        path: [...placed.path, placed.index === undefined ? 'TargetOriginId' : 'PathPattern'],
        message: isBucketBehind(document, placed)
          ? `${behaviorName(placed)} reads as one for WebSocket connections and leads to a bucket, which speaks none; target a server that does.`
          : `CloudFront closes WebSocket connections of ${behaviorName(placed)} when the origin has sent nothing for 10 minutes; let the server send a ping more often than that.`,
      }
    }
  },
})
