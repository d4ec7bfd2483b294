import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaConnectionFunctionsPerAccount = defineQuotaRule({
  name: 'connection-functions-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 100 connection functions.',
  counted: 'connection functions',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    yield* inAccount(document, 'ConnectionFunction')
  },
})
