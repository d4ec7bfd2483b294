import { setAt } from '#core/model/edit.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind, methodsOf } from '#core/rules/lookup/behavior-traits.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const corsS3Origin = '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf'

export const behaviorS3CorsOriginNotForwarded = defineRule({
  id: 'behavior/s3-cors-origin-not-forwarded',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A bucket with CORS does not get the Origin header.',
  why: 'S3 adds CORS headers only where the request has Origin, and CloudFront removes that header unless it is keyed or forwarded.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html',
  code: null,
  shows: {
    request: {
      method: 'OPTIONS',
      url: '/',
      headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'GET' },
    },
    outcome: { originRequests: [{ headers: { origin: null } }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isBucketBehind(document, placed) || !methodsOf(behavior)?.includes('OPTIONS')) continue
      const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
      if (behavior.ResponseHeadersPolicyId !== undefined && (!policy || policy.CorsConfig !== undefined))
        continue
      if (reachesOrigin(document, behavior, 'origin') !== false) continue
      const field = [...path, 'OriginRequestPolicyId']
      const isFree = behavior.OriginRequestPolicyId === undefined && behavior.CachePolicyId !== undefined
      yield {
        path: field,
        message: `${behaviorName(placed)} allows preflights and the bucket never sees Origin, so its answers have no CORS headers; use the CORS-S3Origin policy.`,
        ...(isFree && { suggestions: [setAt(field, corsS3Origin, 'Use CORS-S3Origin')] }),
      }
    }
  },
})
