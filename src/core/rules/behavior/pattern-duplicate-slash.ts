import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternDuplicateSlash = defineRule({
  id: 'behavior/pattern-duplicate-slash',
  covers: ['behavior/unreachable'],
  severity: 'warning',
  summary: 'Two path patterns differ only in their leading slash.',
  why: 'A leading slash means nothing in a pattern: the second of the two never runs.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const seen = new Map<string, string>()
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern === undefined) continue
        const bare = pattern.replace(/^\//, '')
        const earlier = seen.get(bare)
        if (earlier !== undefined && earlier !== pattern)
          yield {
            path: [...path, 'PathPattern'],
            message: `“${pattern}” and “${earlier}” are the same pattern to CloudFront, so this behavior never runs; remove it.`,
            suggestions: [removeAt(path, `Remove “${pattern}”`)],
          }
        if (earlier === undefined) seen.set(bare, pattern)
      }
    }
  },
})
