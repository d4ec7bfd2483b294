import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaOacPerAccount = defineQuotaRule({
  name: 'oac-per-account',
  scope: 'account',
  summary: 'An account has at most 100 origin access controls.',
  counted: 'origin access controls',
  code: 'TooManyOriginAccessControls',

  *usages({ document }) {
    yield* inAccount(document, 'OriginAccessControl')
  },
})
