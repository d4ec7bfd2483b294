import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const originTooMany = defineQuotaRule({
  id: 'origin/too-many',
  name: 'origins-per-distribution',
  scope: 'design',
  summary: 'A distribution has too many origins.',
  counted: 'origins',
  code: 'TooManyOrigins',

  *usages({ document }) {
    for (const { id, config, path } of distributionsIn(document))
      yield { owner: `“${id}”`, used: (config.Origins ?? []).length, path: [...path, 'Origins'] }
  },
})
