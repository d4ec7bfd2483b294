import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { batchesIn } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationBatchEmpty = defineRule({
  id: 'invalidation/batch-empty',
  severity: 'error',
  sees: 'shared',
  summary: 'An invalidation has no paths.',
  why: 'CloudFront refuses a batch without paths, and nothing would be removed.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Paths.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { paths, path, scenario } of batchesIn(document)) {
      if (paths.length > 0) continue
      yield {
        path,
        message: `An invalidation of the scenario “${scenario.name}” names no path, so CloudFront refuses it; name one, as in “/*”.`,
        suggestions: [setAt(path, ['/*'], 'Invalidate everything')],
      }
    }
  },
})
