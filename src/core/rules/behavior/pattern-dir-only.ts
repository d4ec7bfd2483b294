import { matchesPattern } from '#core/http/path-pattern.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternDirOnly = defineRule({
  id: 'behavior/pattern-dir-only',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'A path pattern matches a folder but nothing in it.',
  why: 'A pattern is matched against the whole path: /api does not take /api/users, and /api/* does not take /api.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const patterns = orderedBehaviorsOf(distribution).map(
        ({ behavior }) => known(behavior.PathPattern) ?? '',
      )
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern) ?? ''
        if (pattern === '' || pattern.endsWith('/') || /[*?]|\.[^/]*$/.test(pattern)) continue
        if (patterns.some((one) => matchesPattern(one, `${pattern}/a`))) continue
        yield {
          path: [...path, 'PathPattern'],
          message: `“${pattern}” takes that one path and nothing below it; add a behavior “${pattern}/*” if the folder is meant.`,
        }
      }
    }
  },
})
