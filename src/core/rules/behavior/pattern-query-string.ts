import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternQueryString = defineRule({
  id: 'behavior/pattern-query-string',
  severity: 'warning',
  summary: 'A path pattern does not speak of the query string.',
  why: 'Patterns are matched against the path alone; ? stands for exactly one character.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern === undefined) continue
        if (!/\?.*=/.test(pattern)) continue
        const bare = pattern.slice(0, pattern.indexOf('?'))
        yield {
          path: [...path, 'PathPattern'],
          message: `“${pattern}” looks like a query string, which patterns never see: “?” stands for one character. Use “${bare}” and choose by query string in a function.`,
          suggestions: [setAt([...path, 'PathPattern'], bare, `Use “${bare}”`)],
        }
      }
  },
})
