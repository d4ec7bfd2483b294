import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternCaseVariant = defineRule({
  id: 'behavior/pattern-case-variant',
  severity: 'warning',
  summary: 'Two path patterns differ only in case.',
  why: 'Path patterns are case-sensitive: a path in the other case goes to another behavior.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const seen = new Map<string, string>()
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern === undefined) continue
        const lower = pattern.replace(/^\//, '').toLowerCase()
        const earlier = seen.get(lower)
        seen.set(lower, earlier ?? pattern)
        if (earlier === undefined || earlier.replace(/^\//, '') === pattern.replace(/^\//, '')) continue
        if (/^\*\.\w+$/.test(lower)) continue
        yield {
          path: [...path, 'PathPattern'],
          message: `“${earlier}” and “${pattern}” differ in case alone, and CloudFront tells them apart: check that both are meant.`,
        }
      }
    }
  },
})
