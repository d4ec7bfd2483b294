import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { invalidatedPaths } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationPathLength = defineRule({
  id: 'invalidation/path-length',
  severity: 'error',
  summary: 'An invalidation path has at most 4,000 characters.',
  why: 'CloudFront refuses a batch in which a path is longer than that.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const most = quotaNumber('invalidation-path-length')
    for (const { text, path } of invalidatedPaths(document)) {
      if (text.length <= most) continue
      yield {
        path,
        message: `The path “${text.slice(0, 40)}…” has ${text.length} characters and CloudFront takes ${most}; end it earlier with *.`,
      }
    }
  },
})
