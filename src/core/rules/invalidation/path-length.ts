import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { invalidatedPaths } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationPathLength = defineQuotaRule({
  id: 'invalidation/path-length',
  name: 'invalidation-path-length',
  scope: 'design',
  sees: 'shared',
  summary: 'An invalidation path is too long.',
  counted: 'characters in a path',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { text, path, batch } of invalidatedPaths(document))
      yield { owner: `“${batch.scenario.name}”`, used: text.length, path }
  },
})
