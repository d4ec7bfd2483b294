import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaOacPerAccount = defineQuotaRule({
  name: 'oac-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 100 origin access controls.',
  counted: 'origin access controls',
  code: 'TooManyOriginAccessControls',

  *usages({ document }) {
    yield* inAccount(document, 'OriginAccessControl')
  },
})
