import { setAt } from '#core/model/edit.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { unkeyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

export const behaviorHeaderForwardedUnkeyed = defineRule({
  id: 'behavior/header-forwarded-unkeyed',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended'],
  summary: 'A header that may change the answer is not in the cache key.',
  why: 'A cached answer is served whatever these headers say.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,
  shows: {
    request: { url: '/', headers: { 'accept-language': 'de' } },
    outcome: {
      cacheKey: { headers: { 'accept-language': { $absent: true } } },
      originRequests: [{ headers: { 'accept-language': 'de' } }],
    },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (!ttls || ttls.max === 0) continue
      const names = unkeyedNames(document, behavior, 'headers')
      if (names.length === 0) continue
      yield {
        path: [...path, 'OriginRequestPolicyId'],
        message: `${behaviorName(placed)} sends headers to the origin that are not in the cache key${names[0] === '*' ? '' : ` (${names.join(', ')})`}; where the answer depends on one, key it.`,
        suggestions: [setAt([...path, 'CachePolicyId'], cachingDisabled, 'Use CachingDisabled')],
      }
    }
  },
})
