import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaCacheBehaviorsPerDistribution = defineQuotaRule({
  name: 'cache-behaviors-per-distribution',
  scope: 'design',
  summary: 'A distribution has at most 75 ordered cache behaviors.',
  counted: 'cache behaviors',
  code: 'TooManyCacheBehaviors',

  *usages({ document }) {
    for (const { id, config, path } of distributionsIn(document))
      yield {
        owner: `“${id}”`,
        used: (config.CacheBehaviors ?? []).length,
        path: [...path, 'CacheBehaviors'],
      }
  },
})
