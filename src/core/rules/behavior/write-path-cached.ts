import { setAt } from '#core/model/edit.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi, takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

export const behaviorWritePathCached = defineRule({
  id: 'behavior/write-path-cached',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended'],
  summary: 'A behavior that takes writes also caches reads.',
  why: 'Only GET, HEAD and OPTIONS are cached: after a write CloudFront still answers reads from the cache.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (!takesWrites(behavior) || !ttls || ttls.max === 0 || !isApi(document, placed)) continue
      const field = [...path, 'CachePolicyId']
      yield {
        path: field,
        message: `${behaviorName(placed)} takes writes and caches reads, so a read after a write can be stale; use CachingDisabled.`,
        suggestions: [setAt(field, cachingDisabled, 'Use CachingDisabled')],
      }
    }
  },
})
