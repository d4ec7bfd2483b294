import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const accessOacNameUnique = defineNameRule({
  id: 'access/oac-name-unique',
  type: 'OriginAccessControl',
  things: 'origin access controls',
  code: 'OriginAccessControlAlreadyExists',
  docs: 'CreateOriginAccessControl',
})
