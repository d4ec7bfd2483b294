import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const aliasTooMany = defineQuotaRule({
  id: 'alias/too-many',
  name: 'aliases-per-distribution',
  scope: 'design',
  summary: 'A distribution has too many alternate domain names.',
  counted: 'alternate domain names',
  code: 'TooManyDistributionCNAMEs',

  *usages({ document }) {
    for (const { id, config, path } of distributionsIn(document))
      yield { owner: `“${id}”`, used: (config.Aliases ?? []).length, path: [...path, 'Aliases'] }
  },
})
