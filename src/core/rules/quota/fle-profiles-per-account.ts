import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaFleProfilesPerAccount = defineQuotaRule({
  name: 'fle-profiles-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 10 field-level encryption profiles.',
  counted: 'field-level encryption profiles',
  code: 'TooManyFieldLevelEncryptionProfiles',

  *usages({ document }) {
    yield* inAccount(document, 'FieldLevelEncryptionProfile')
  },
})
