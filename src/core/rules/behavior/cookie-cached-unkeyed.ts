import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCookieCachedUnkeyed = defineRule({
  id: 'behavior/cookie-cached-unkeyed',
  covers: ['behavior/header-forwarded-unkeyed'],
  severity: 'warning',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'Cookies reach the origin but are not in the cache key.',
  why: 'The origin may answer for one cookie, and CloudFront then serves that answer to every other viewer for as long as the object is fresh.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,
  shows: {
    request: { url: '/', headers: { cookie: 'session=1' } },
    outcome: {
      cacheKey: { cookies: { session: { $absent: true } } },
      originRequests: [{ headers: { cookie: 'session=1' } }],
    },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const policy = policyBehind(document, 'CachePolicy', placed.behavior.CachePolicyId)
      const forwarded = policyBehind(document, 'OriginRequestPolicy', placed.behavior.OriginRequestPolicyId)
      const ttls = effectiveTtls(document, placed.behavior)
      const cookies = known(forwarded?.CookiesConfig)
      const keyed = known(known(policy?.ParametersInCacheKeyAndForwardedToOrigin)?.CookiesConfig)
      if (
        !policy ||
        !ttls ||
        ttls.max === 0 ||
        !cookies ||
        known(cookies.CookieBehavior) === 'none' ||
        known(cookies.CookieBehavior) === undefined
      )
        continue
      if (
        known(keyed?.CookieBehavior) === 'all' ||
        !isWhollyKnown(cookies.Cookies) ||
        !isWhollyKnown(keyed?.Cookies)
      )
        continue
      const names = knownItems(cookies.Cookies)
      const inKey = knownItems(keyed?.Cookies)
      const loose =
        known(cookies.CookieBehavior) === 'whitelist' ? names.filter((name) => !inKey.includes(name)) : ['*']
      if (loose.length === 0) continue
      yield {
        path: [...placed.path, 'OriginRequestPolicyId'],
        severity: ttls.default > 0 ? 'warning' : 'info',
        message: `${behaviorName(placed)} sends cookies to the origin that are not in the cache key${loose[0] === '*' ? '' : ` (${loose.join(', ')})`}, so one viewer's answer can be served to another; key them or use CachingDisabled.`,
        suggestions: [
          setAt(
            [...placed.path, 'CachePolicyId'],
            '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            'Use CachingDisabled',
          ),
        ],
      }
    }
  },
})
