import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaKeyGroupsPerAccount = defineQuotaRule({
  name: 'key-groups-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 10 key groups.',
  counted: 'key groups',
  code: 'TooManyKeyGroups',

  *usages({ document }) {
    yield* inAccount(document, 'KeyGroup')
  },
})
