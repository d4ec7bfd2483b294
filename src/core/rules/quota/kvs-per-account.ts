import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaKvsPerAccount = defineQuotaRule({
  name: 'kvs-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 50 key value stores.',
  counted: 'key value stores',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    yield* inAccount(document, 'KeyValueStore')
  },
})
