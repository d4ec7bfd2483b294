import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorDefaultMissing = defineRule({
  id: 'behavior/default-missing',
  severity: 'error',
  summary: 'The distribution has no default cache behavior.',
  why: 'Requests that no path pattern matches need a behavior; CloudFront refuses a distribution without a default.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3003'],

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (config.DefaultCacheBehavior !== undefined) continue
      yield {
        path: [...path, 'DefaultCacheBehavior'],
        message: `“${id}” has no default cache behavior, so CloudFront refuses it; add one that targets the main origin.`,
      }
    }
  },
})
