import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternMatchAll = defineRule({
  id: 'behavior/pattern-match-all',
  covers: ['behavior/unreachable'],
  severity: 'warning',
  sees: 'behavior',
  summary: 'An ordered behavior has the pattern “*”, so the default cache behavior is never used.',
  why: 'The pattern * belongs to the default cache behavior; an ordered one that takes every path leaves nothing to it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern !== '*' && pattern !== '/*') continue
        yield {
          path: [...path, 'PathPattern'],
          message: `The pattern “${pattern}” takes every path, so the behaviors after it and the default never run; put its settings into the default cache behavior.`,
          suggestions: [removeAt(path, `Remove the behavior “${pattern}”`)],
        }
      }
  },
})
