import { invalidatedPaths } from '#core/rules/invalidation/batches.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaInvalidationPathLength = defineQuotaRule({
  name: 'invalidation-path-length',
  scope: 'design',
  summary: 'An invalidation path has at most 4,000 characters.',
  counted: 'characters in a path',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { text, path, batch } of invalidatedPaths(document))
      yield { owner: `“${batch.scenario.name}”`, used: text.length, path }
  },
})
