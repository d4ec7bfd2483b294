import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaConnectionGroupsPerAccount = defineQuotaRule({
  name: 'connection-groups-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 100 connection groups.',
  counted: 'connection groups',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    yield* inAccount(document, 'ConnectionGroup')
  },
})
