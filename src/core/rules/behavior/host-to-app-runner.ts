import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { hostForwarding } from '#core/rules/lookup/forwarding.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorHostToAppRunner = defineRule({
  id: 'behavior/host-to-app-runner',
  severity: 'warning',
  sees: 'behavior',
  summary: "App Runner gets the viewer's Host header.",
  why: 'App Runner finds the service by the Host header, and answers 404 where it is not the service’s own name or a custom domain that is linked to it.',
  docs: 'https://docs.aws.amazon.com/apprunner/latest/dg/request-route-404-troubleshoot.html',
  code: null,
  shows: {
    request: { url: '/' },
    outcome: { originRequests: [{ headers: { host: { $match: 'cloudfront.net$' } } }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!kindsBehind(document, placed).some(({ id }) => id === 'app-runner')) continue
      for (const { field, keyed } of hostForwarding(document, placed.behavior)) {
        const at = [...placed.path, field]
        yield {
          path: at,
          message: `${behaviorName(placed)} sends the viewer's Host to App Runner, which answers 404 unless that name is linked to the service; use AllViewerExceptHostHeader${keyed ? ' and take Host out of the cache key' : ''}.`,
          ...(field === 'OriginRequestPolicyId' && {
            suggestions: [setAt(at, 'b689b0a8-53d0-40ab-baf2-68738e2966ac', 'Use AllViewerExceptHostHeader')],
          }),
        }
      }
    }
  },
})
