import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternTooLong = defineRule({
  id: 'behavior/pattern-too-long',
  severity: 'error',
  summary: 'A path pattern has at most 255 characters.',
  why: 'CloudFront refuses a longer pattern and the whole configuration with it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern === undefined || pattern.length <= quotaNumber('path-pattern-length')) continue
        yield {
          path: [...path, 'PathPattern'],
          message: `The pattern has ${pattern.length} characters and CloudFront takes ${quotaNumber('path-pattern-length')}; shorten it with “*”.`,
        }
      }
  },
})
