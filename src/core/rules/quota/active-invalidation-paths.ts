import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { batchesIn } from '#core/rules/lookup/invalidation-batches.ts'

export const quotaActiveInvalidationPaths = defineQuotaRule({
  name: 'active-invalidation-paths',
  scope: 'design',
  summary: 'At most 3,000 paths to invalidate are in progress at a time.',
  counted: 'paths to invalidate',
  code: 'TooManyInvalidationsInProgress',

  *usages({ document }) {
    for (const { scenario, paths, path } of batchesIn(document))
      yield { owner: `“${scenario.name}”`, used: paths.filter((one) => !one.endsWith('*')).length, path }
  },
})
