import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const accessPublicKeyNameUnique = defineNameRule({
  id: 'access/public-key-name-unique',
  type: 'PublicKey',
  things: 'public keys',
  code: 'PublicKeyAlreadyExists',
  docs: 'CreatePublicKey',
})
