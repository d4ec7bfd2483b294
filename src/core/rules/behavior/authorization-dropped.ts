import { combine, setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi } from '#core/rules/lookup/behavior-traits.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

export const behaviorAuthorizationDropped = defineRule({
  id: 'behavior/authorization-dropped',
  severity: 'warning',
  sees: 'behavior',
  summary: 'An API does not get the Authorization header.',
  why: 'CloudFront removes Authorization from GET and HEAD requests unless it is in the cache key or an origin request policy sends all viewer headers.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
  code: null,
  shows: {
    request: { url: '/api/x', headers: { authorization: 'Bearer x' } },
    outcome: { behavior: '/api/*', originRequests: [{ headers: { authorization: { $absent: true } } }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isApi(document, placed) || reachesOrigin(document, behavior, 'authorization') !== false) continue
      const isSignedFor = originsBehind(placed).some(
        ({ value }) => value.OriginAccessControlId !== undefined && value.OriginAccessControlId !== '',
      )
      if (isSignedFor) continue
      yield {
        path: [...path, 'TargetOriginId'],
        message: `${behaviorName(placed)} leads to an API and CloudFront removes Authorization from its requests; use CachingDisabled with AllViewerExceptHostHeader if callers sign in.`,
        suggestions: [
          combine('Forward Authorization and cache nothing', [
            setAt([...path, 'CachePolicyId'], cachingDisabled),
            setAt([...path, 'OriginRequestPolicyId'], allViewerExceptHostHeader),
          ]),
        ],
      }
    }
  },
})
