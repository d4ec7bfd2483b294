import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const accessKeyGroupNameUnique = defineNameRule({
  id: 'access/key-group-name-unique',
  type: 'KeyGroup',
  things: 'key groups',
  code: 'KeyGroupAlreadyExists',
  docs: 'CreateKeyGroup',
})
