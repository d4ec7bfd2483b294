import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { batchesIn } from '#core/rules/lookup/invalidation-batches.ts'

export const quotaActiveWildcardInvalidations = defineQuotaRule({
  name: 'active-wildcard-invalidations',
  scope: 'design',
  summary: 'At most 15 paths with a * to invalidate are in progress at a time.',
  counted: 'paths with a * to invalidate',
  code: 'TooManyInvalidationsInProgress',

  *usages({ document }) {
    for (const { scenario, paths, path } of batchesIn(document))
      yield { owner: `“${scenario.name}”`, used: paths.filter((one) => one.endsWith('*')).length, path }
  },
})
