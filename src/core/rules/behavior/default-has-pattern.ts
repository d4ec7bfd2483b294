import { distributionsIn } from '#core/model/distribution.ts'
import type { Behavior } from '#core/model/document.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorDefaultHasPattern = defineRule({
  id: 'behavior/default-has-pattern',
  severity: 'error',
  sees: 'behavior',
  summary: 'The default cache behavior has a path pattern.',
  why: 'The default cache behavior takes whatever no other behavior takes; it has no PathPattern field, and CloudFront refuses one.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behavior: Behavior | undefined = known(distribution.config.DefaultCacheBehavior)
      if (behavior?.PathPattern === undefined) continue
      const field = [...distribution.path, 'DefaultCacheBehavior', 'PathPattern']
      yield {
        path: field,
        message:
          'The default cache behavior has a path pattern, which CloudFront refuses; it takes every path that no other behavior takes. Remove the pattern.',
        fix: removeAt(field, 'Remove the pattern'),
      }
    }
  },
})
