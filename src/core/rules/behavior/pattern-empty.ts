import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternEmpty = defineRule({
  id: 'behavior/pattern-empty',
  covers: ['config/required-fields'],
  severity: 'error',
  sees: 'behavior',
  summary: 'An ordered behavior has no path pattern.',
  why: 'The pattern decides which requests the behavior takes; an empty one is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        if (behavior.PathPattern !== undefined && behavior.PathPattern !== '') continue
        yield {
          path: [...path, 'PathPattern'],
          message:
            'The behavior has no path pattern, so CloudFront refuses it; write which paths it takes, as in “/api/*”.',
        }
      }
  },
})
