import { setAt } from '#core/model/edit.ts'
import { effectiveTtls, isCachingDisabled } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi, isBucketBehind, takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorWriteMethodsUnneeded = defineRule({
  id: 'behavior/write-methods-unneeded',
  severity: 'info',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'A behavior allows write methods that its origin does not take.',
  why: 'Methods that no application answers only widen what can be tried.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (
        !takesWrites(behavior) ||
        !ttls ||
        isCachingDisabled(ttls) ||
        isApi(document, placed) ||
        isBucketBehind(document, placed)
      )
        continue
      yield {
        path: [...path, 'AllowedMethods', 'Items'],
        message: `${behaviorName(placed)} caches and takes every method; allow GET, HEAD and OPTIONS unless forms or an API need more.`,
        suggestions: [
          setAt(
            [...path, 'AllowedMethods'],
            { Items: ['GET', 'HEAD', 'OPTIONS'], CachedMethods: ['GET', 'HEAD'] },
            'Allow GET, HEAD and OPTIONS',
          ),
        ],
      }
    }
  },
})
