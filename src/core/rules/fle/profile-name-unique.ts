import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const fleProfileNameUnique = defineNameRule({
  id: 'fle/profile-name-unique',
  type: 'FieldLevelEncryptionProfile',
  things: 'field-level encryption profiles',
  code: 'FieldLevelEncryptionProfileAlreadyExists',
  docs: 'CreateFieldLevelEncryptionProfile',
})
