import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessKeyGroupsPerBehavior = defineQuotaRule({
  id: 'access/key-groups-per-behavior',
  name: 'key-groups-per-behavior',
  scope: 'design',
  sees: 'behavior',
  summary: 'A behavior trusts too many key groups.',
  counted: 'key groups',
  code: 'TooManyKeyGroupsAssociatedToDistribution',

  *usages({ document }) {
    for (const placed of eachBehavior(document)) {
      const used = (known(placed.behavior.TrustedKeyGroups)?.Items ?? []).length
      yield { owner: behaviorName(placed), used, path: [...placed.path, 'TrustedKeyGroups', 'Items'] }
    }
  },
})
