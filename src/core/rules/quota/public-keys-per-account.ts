import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaPublicKeysPerAccount = defineQuotaRule({
  name: 'public-keys-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 10 public keys.',
  counted: 'public keys',
  code: 'TooManyPublicKeys',

  *usages({ document }) {
    yield* inAccount(document, 'PublicKey')
  },
})
