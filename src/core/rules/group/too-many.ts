import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const groupTooMany = defineQuotaRule({
  id: 'group/too-many',
  name: 'origin-groups-per-distribution',
  scope: 'design',
  summary: 'A distribution has too many origin groups.',
  counted: 'origin groups',
  code: 'TooManyOriginGroupsPerDistribution',

  *usages({ document }) {
    for (const { id, config, path } of distributionsIn(document))
      yield { owner: `“${id}”`, used: (config.OriginGroups ?? []).length, path: [...path, 'OriginGroups'] }
  },
})
