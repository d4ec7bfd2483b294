import { policyBehind } from '#core/model/managed-policies.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, holds, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCorsOriginUnkeyed = defineRule({
  id: 'behavior/cors-origin-unkeyed',
  severity: 'warning',
  sees: 'behavior',
  summary: 'Origin is forwarded but is not in the cache key.',
  why: 'An origin that answers with the Origin it was sent has its first answer cached for all, and browsers on other sites refuse it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html',
  code: null,
  shows: {
    request: { url: '/', headers: { origin: 'https://app.example.com' } },
    outcome: {
      cacheKey: { headers: { origin: { $absent: true } } },
      originRequests: [{ headers: { origin: 'https://app.example.com' } }],
    },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      const keyed = keyedNames(document, behavior, 'headers')
      const forwarded = forwardedNames(document, behavior, 'headers')
      if (
        !ttls ||
        ttls.max === 0 ||
        !keyed ||
        forwarded?.how !== 'some' ||
        !holds(forwarded, 'origin') ||
        holds(keyed, 'origin')
      )
        continue
      const id = behavior.ResponseHeadersPolicyId
      const policy = policyBehind(document, 'ResponseHeadersPolicy', id)
      if (id !== undefined && (!policy || policy.CorsConfig !== undefined)) continue
      yield {
        path: [...path, 'OriginRequestPolicyId'],
        message: `${behaviorName(placed)} sends Origin and caches without it in the key, so one site’s Access-Control-Allow-Origin is served to others; key Origin, or let a response headers policy answer.`,
      }
    }
  },
})
