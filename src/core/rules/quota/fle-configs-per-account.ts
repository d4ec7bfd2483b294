import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaFleConfigsPerAccount = defineQuotaRule({
  name: 'fle-configs-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 10 field-level encryption configurations.',
  counted: 'field-level encryption configurations',
  code: 'TooManyFieldLevelEncryptionConfigs',

  *usages({ document }) {
    yield* inAccount(document, 'FieldLevelEncryptionConfig')
  },
})
