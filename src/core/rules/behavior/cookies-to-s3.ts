import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { forwardedNames, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCookiesToS3 = defineRule({
  id: 'behavior/cookies-to-s3',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended'],
  summary: 'Cookies are sent to a bucket, which ignores them.',
  why: 'S3 ignores cookies; in the cache key they only divide the cache.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CookiePreference.html',
  code: null,
  shows: {
    request: { url: '/', headers: { cookie: 'session=1' } },
    outcome: { originRequests: [{ headers: { cookie: 'session=1' } }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isBucketBehind(document, placed)) continue
      const keyed = keyedNames(document, behavior, 'cookies')
      const forwarded = forwardedNames(document, behavior, 'cookies')
      const field =
        keyed && keyed.how !== 'none'
          ? behavior.CachePolicyId === undefined
            ? 'ForwardedValues'
            : 'CachePolicyId'
          : forwarded && forwarded.how !== 'none'
            ? 'OriginRequestPolicyId'
            : undefined
      if (field === undefined) continue
      yield {
        path: [...path, field],
        message: `${behaviorName(placed)} sends cookies to a bucket, which ignores them, and the hit ratio falls; forward none.`,
      }
    }
  },
})
