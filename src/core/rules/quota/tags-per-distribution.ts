import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaTagsPerDistribution = defineQuotaRule({
  name: 'tags-per-distribution',
  scope: 'design',
  summary: 'A distribution has at most 50 tags.',
  counted: 'tags',
  code: 'InvalidTagging',

  *usages({ document }) {
    for (const { id, resource } of distributionsIn(document))
      yield { owner: `“${id}”`, used: (resource.tags ?? []).length, path: ['resources', id, 'tags'] }
  },
})
