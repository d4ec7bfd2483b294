import { setAt } from '#core/model/edit.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { unkeyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

export const behaviorQueryForwardedUnkeyed = defineRule({
  id: 'behavior/query-forwarded-unkeyed',
  covers: ['behavior/cookie-cached-unkeyed', 'behavior/header-forwarded-unkeyed'],
  severity: 'warning',
  sees: 'behavior',
  summary: 'Query strings reach the origin but are not in the cache key.',
  why: 'The origin may answer by the query string; CloudFront serves the first answer for every other one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,
  shows: {
    request: { url: '/?page=2' },
    outcome: { cacheKey: { query: '' }, originRequests: [{ query: 'page=2' }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (!ttls || ttls.max === 0) continue
      const names = unkeyedNames(document, behavior, 'query strings')
      if (names.length === 0) continue
      yield {
        path: [...path, 'OriginRequestPolicyId'],
        message: `${behaviorName(placed)} sends query strings to the origin that are not in the cache key${names[0] === '*' ? '' : ` (${names.join(', ')})`}, so the first answer is served for all; key them or use CachingDisabled.`,
        suggestions: [setAt([...path, 'CachePolicyId'], cachingDisabled, 'Use CachingDisabled')],
      }
    }
  },
})
