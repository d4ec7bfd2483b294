import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind, takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorWriteMethodsStatic = defineRule({
  id: 'behavior/write-methods-static',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'security'],
  summary: 'A bucket behavior allows write methods.',
  why: 'PUT and DELETE reach the bucket if its policy allows them, and an origin access identity cannot sign them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  shows: {
    request: { url: '/', method: 'POST', body: 'a=1' },
    outcome: { originRequests: [{ method: 'POST' }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!takesWrites(behavior) || !isBucketBehind(document, placed)) continue
      const field = [...path, 'AllowedMethods', 'Items']
      yield {
        path: field,
        message: `${behaviorName(placed)} lets viewers send PUT and DELETE to a bucket; allow GET and HEAD unless uploads are meant.`,
        suggestions: [
          setAt(
            [...path, 'AllowedMethods'],
            { Items: ['GET', 'HEAD'], CachedMethods: ['GET', 'HEAD'] },
            'Allow GET and HEAD',
          ),
        ],
      }
    }
  },
})
