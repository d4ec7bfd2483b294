import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const behaviorTooMany = defineQuotaRule({
  id: 'behavior/too-many',
  name: 'cache-behaviors-per-distribution',
  scope: 'design',
  summary: 'A distribution has too many ordered behaviors.',
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
