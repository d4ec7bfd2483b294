import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { forwardedNames, holds, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const networkAppSyncRealtimeQuery = defineRule({
  id: 'network/app-sync-realtime-query',
  severity: 'warning',
  sees: 'behavior',
  summary: 'The real-time endpoint of AppSync does not get the query string.',
  why: 'A client authorizes its WebSocket handshake with AppSync by the query strings “header” and “payload”, or by a subprotocol. CloudFront drops query strings that are neither in the cache key nor in an origin request policy.',
  docs: 'https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html',
  code: null,
  shows: {
    request: { url: '/graphql?header=e30&payload=e30' },
    outcome: { originRequests: [{ query: '' }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!kindsBehind(document, placed).some(({ id }) => id === 'app-sync-realtime')) continue
      const keyed = keyedNames(document, behavior, 'query strings')
      const forwarded = forwardedNames(document, behavior, 'query strings')
      if (!keyed || !forwarded || holds(keyed, 'header') || holds(forwarded, 'header')) continue
      const field = [...path, 'OriginRequestPolicyId']
      yield {
        path: field,
        message: `${behaviorName(placed)} leads to the real-time endpoint of AppSync without the query strings “header” and “payload”, by which clients authorize the handshake; add an origin request policy that sends them.`,
        suggestions: [setAt(field, 'b689b0a8-53d0-40ab-baf2-68738e2966ac', 'Use AllViewerExceptHostHeader')],
      }
    }
  },
})
