import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const behaviorPatternDuplicate = defineRule({
  id: 'behavior/pattern-duplicate',
  covers: ['behavior/unreachable'],
  severity: 'error',
  summary: 'Two behaviors have the same path pattern.',
  why: 'CloudFront refuses two behaviors with the same pattern; the second could never run.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [{ behavior, path }] of repeats(orderedBehaviorsOf(distribution), (one) =>
        known(one.behavior.PathPattern),
      ))
        yield {
          path: [...path, 'PathPattern'],
          message: `The pattern “${known(behavior.PathPattern)}” is listed twice and CloudFront refuses that; remove this behavior or change its pattern.`,
          suggestions: [removeAt(path, 'Remove the second behavior')],
        }
  },
})
