import { batchesIn } from '#core/rules/invalidation/batches.ts'
import { defineQuotaRule } from './quota-rule.ts'

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
