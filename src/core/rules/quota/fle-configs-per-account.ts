import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaFleConfigsPerAccount = defineQuotaRule({
  name: 'fle-configs-per-account',
  scope: 'account',
  summary: 'An account has at most 10 field-level encryption configurations.',
  counted: 'field-level encryption configurations',
  code: 'TooManyFieldLevelEncryptionConfigs',

  *usages({ document }) {
    yield* inAccount(document, 'FieldLevelEncryptionConfig')
  },
})
